/** The reduced bundles that two runtimes compare by value: semantic effects and search (spec 52 §6, §7). */
@NullMarked
package dev.paritas.semanticobjects.parity;

import org.jspecify.annotations.NullMarked;
