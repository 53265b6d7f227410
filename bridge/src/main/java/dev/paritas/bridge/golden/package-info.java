/** Golden projections: the published corpus, and the equivalence of our projections with it and with a live peer. */
@NullMarked
package dev.paritas.bridge.golden;

import org.jspecify.annotations.NullMarked;
