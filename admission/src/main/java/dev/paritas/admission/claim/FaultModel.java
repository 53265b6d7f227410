package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.WordCodec;

/** Which faults the claims assume; the first is the default (spec 32 §3.2). */
public enum FaultModel {
    CRASH,
    BYZANTINE,
    HYBRID;

    public static final WordCodec<FaultModel> CODEC = WordCodec.camelCase(FaultModel.class);
}
