/** What a search leaves behind: states, rounds, observations, certificates and published vectors (spec 52 §8.8). */
@NullMarked
package dev.paritas.search.object;

import org.jspecify.annotations.NullMarked;
