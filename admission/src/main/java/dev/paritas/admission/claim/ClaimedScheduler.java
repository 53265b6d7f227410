package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.WordCodec;

/** The scheduler that a liveness claim is about; the first is the default (spec 32 §3.2). */
public enum ClaimedScheduler {
    COOPERATIVE,
    ROUND_ROBIN,
    PRIORITY,
    PROGRESS_AWARE;

    public static final WordCodec<ClaimedScheduler> CODEC = WordCodec.camelCase(ClaimedScheduler.class);
}
