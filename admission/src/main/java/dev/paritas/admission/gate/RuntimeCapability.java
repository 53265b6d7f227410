package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.WordCodec;

/** What the contracts of a runtime may allow beyond a plain run; sets are written in this order (spec 31 §7). */
public enum RuntimeCapability {
    LIVE_MIGRATION,
    AUTOSCALE_REPARTITION,
    PLACEMENT_REFINEMENT,
    RELAXED_REORDERING;

    public static final WordCodec<RuntimeCapability> CODEC = WordCodec.snakeCase(RuntimeCapability.class);
}
