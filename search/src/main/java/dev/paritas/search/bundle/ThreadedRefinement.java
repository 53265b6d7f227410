package dev.paritas.search.bundle;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

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
        boolean certifiedWindowTraceValid) {
    static final ObjectCodec<ThreadedRefinement> CODEC = ObjectCodec.of(
            "ThreadedRefinement",
            field("threaded_commit_trace_refines_canonical", Codec.BOOL, ThreadedRefinement::commitTrace),
            field("threaded_state_slice_refines_canonical", Codec.BOOL, ThreadedRefinement::stateSlice),
            field("threaded_observation_equivalent_to_canonical", Codec.BOOL, ThreadedRefinement::observation),
            field(
                    "threaded_multi_step_state_trace_refines_canonical",
                    Codec.BOOL,
                    ThreadedRefinement::multiStepStateTrace),
            field(
                    "threaded_multi_step_observation_trace_refines_canonical",
                    Codec.BOOL,
                    ThreadedRefinement::multiStepObservationTrace),
            field("threaded_state_artifact_refines_canonical", Codec.BOOL, ThreadedRefinement::stateArtifact),
            field(
                    "threaded_multi_step_state_artifact_trace_refines_canonical",
                    Codec.BOOL,
                    ThreadedRefinement::multiStepStateArtifactTrace),
            field("certified_window_trace_valid", Codec.BOOL, ThreadedRefinement::certifiedWindowTraceValid),
            ThreadedRefinement::new);
}
