package dev.paritas.search.bundle;

/**
 * Whether the threaded single lane shows what the canonical machine shows, and whether certified windows are valid (spec
 * 52 §7). The members stand in the bundle itself.
 *
 * @param stateSlice reduced state at the end
 * @param multiStepStateTrace reduced state after every step
 * @param multiStepObservationTrace observation after every step
 * @param stateArtifact full state at the end
 * @param multiStepStateArtifactTrace full state after every step
 */
public record ThreadedRefinement(
        boolean commitTrace,
        boolean stateSlice,
        boolean observation,
        boolean multiStepStateTrace,
        boolean multiStepObservationTrace,
        boolean stateArtifact,
        boolean multiStepStateArtifactTrace,
        boolean certifiedWindowTraceValid) {}
