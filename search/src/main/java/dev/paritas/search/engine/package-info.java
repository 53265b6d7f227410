/** The search machine: canonical batches, phases and epochs, runs, artifacts and their replay (spec 52 §8). */
@NullMarked
package dev.paritas.search.engine;

import org.jspecify.annotations.NullMarked;
