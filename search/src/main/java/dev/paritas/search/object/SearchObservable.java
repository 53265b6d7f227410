package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** A part of an observation that can be compared by itself (spec 52 §8.10). */
public enum SearchObservable {
    SELECTED_RESULT_COST,
    CANONICAL_PARENT_IDENTITY,
    SELECTED_RESULT_WITNESS_IDENTITY,
    NORMALIZED_COMMIT_TRACE,
    PROGRESS_ACCOUNTING,
    SELECTED_RESULT_PUBLICATION_TRACE,
    REPLAY_CHECKPOINT_TRACE,
    GRAPH_EPOCH_TRACE,
    SCHEDULER_PROFILE_TRACE,
    FAIRNESS_PREMISE_TRACE;

    public static final WordCodec<SearchObservable> CODEC = WordCodec.camelCase(SearchObservable.class);
}
