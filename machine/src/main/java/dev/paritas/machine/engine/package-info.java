/** The cooperative protocol machine: configuration, rounds, instruction semantics and policies (spec 20, 21). */
@NullMarked
package dev.paritas.machine.engine;

import org.jspecify.annotations.NullMarked;
