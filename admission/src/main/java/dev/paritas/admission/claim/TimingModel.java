package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.WordCodec;

/** How much time is known about; the first is the default (spec 32 §3.2). */
public enum TimingModel {
    ASYNCHRONOUS,
    PARTIAL_SYNCHRONY,
    SYNCHRONOUS;

    public static final WordCodec<TimingModel> CODEC = WordCodec.camelCase(TimingModel.class);
}
