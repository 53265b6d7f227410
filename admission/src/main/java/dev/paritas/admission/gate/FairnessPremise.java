package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.WordCodec;

/** What an execution profile relies on of the schedule; sets are written in this order (spec 31 §7). */
public enum FairnessPremise {
    SCHEDULE_CONFLUENCE,
    STARVATION_FREEDOM,
    LIVENESS_FAIRNESS;

    public static final WordCodec<FairnessPremise> CODEC = WordCodec.snakeCase(FairnessPremise.class);
}
