/** The semantic side of the machine: effect records, progress contracts, and the bundle and audit log derived from them. */
@NullMarked
package dev.paritas.machine.semantic;

import org.jspecify.annotations.NullMarked;
