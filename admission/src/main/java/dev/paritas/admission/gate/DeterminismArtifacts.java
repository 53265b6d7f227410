package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** For which modes of determinism a proof is at hand (spec 31 §7). */
public record DeterminismArtifacts(
        boolean full, boolean moduloEffectTrace, boolean moduloCommutativity, boolean replay) {
    /** The default: a proof for each mode. */
    public static final DeterminismArtifacts ALL = new DeterminismArtifacts(true, true, true, true);

    public static final Codec<DeterminismArtifacts> CODEC = ObjectCodec.of("DeterminismArtifacts", m -> {
        var full = m.required("full", Codec.BOOL, DeterminismArtifacts::full);
        var moduloEffectTrace = m.required("modulo_effect_trace", Codec.BOOL, DeterminismArtifacts::moduloEffectTrace);
        var moduloCommutativity =
                m.required("modulo_commutativity", Codec.BOOL, DeterminismArtifacts::moduloCommutativity);
        var replay = m.required("replay", Codec.BOOL, DeterminismArtifacts::replay);
        return in -> new DeterminismArtifacts(
                in.get(full), in.get(moduloEffectTrace), in.get(moduloCommutativity), in.get(replay));
    });
}
