/** The search machine: canonical batches, phases and epochs, runs, artifacts and their replay (spec 52 §8). */
@NullMarked
package dev.paritas.machine.search;

import org.jspecify.annotations.NullMarked;
