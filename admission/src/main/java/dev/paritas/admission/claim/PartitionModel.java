package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.WordCodec;

/** How the network may split; {@code None} is a word, not null, and the default (spec 32 §3.2). */
public enum PartitionModel {
    NONE,
    CRASH_ONLY,
    NETWORK_SPLIT;

    public static final WordCodec<PartitionModel> CODEC = WordCodec.camelCase(PartitionModel.class);
}
