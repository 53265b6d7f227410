/** Records of authority, delegation and capabilities, and the semantic audit log. */
@NullMarked
package dev.paritas.semanticobjects.audit;

import org.jspecify.annotations.NullMarked;
