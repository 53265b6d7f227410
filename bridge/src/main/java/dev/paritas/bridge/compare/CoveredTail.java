package dev.paritas.bridge.compare;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a covered difference of two traces.
 *
 * @param compared how many events were compared, counted along the longer trace
 * @param note how they were compared, or why no further
 * @param finding a second difference, which the class of the first does not explain
 */
record CoveredTail(long compared, @Nullable String note, Optional<DivergenceReport> finding) {}
