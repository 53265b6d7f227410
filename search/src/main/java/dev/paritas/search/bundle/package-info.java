/** The reduced search bundle that two runtimes compare by value, as the search machine shows it (spec 52 §7). */
@NullMarked
package dev.paritas.search.bundle;

import org.jspecify.annotations.NullMarked;
