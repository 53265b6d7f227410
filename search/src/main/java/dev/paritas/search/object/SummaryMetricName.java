package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** A figure of a result summary (spec 52 §8.8). */
public enum SummaryMetricName {
    PATH_NODE_COUNT,
    HOP_COUNT,
    SCALAR_COST_ORDER_KEY,
    PUBLICATION_COUNT,
    NORMALIZED_COMMIT_COUNT,
    TRAVERSED_EPOCH_COUNT;

    public static final WordCodec<SummaryMetricName> CODEC = WordCodec.camelCase(SummaryMetricName.class);
}
