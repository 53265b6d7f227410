package dev.paritas.admission.gate;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** For which modes of determinism a proof is at hand (spec 31 §7). */
public record DeterminismArtifacts(
        boolean full, boolean moduloEffectTrace, boolean moduloCommutativity, boolean replay) {
    /** The default: a proof for each mode. */
    public static final DeterminismArtifacts ALL = new DeterminismArtifacts(true, true, true, true);

    public static final Codec<DeterminismArtifacts> CODEC = ObjectCodec.of(
            "DeterminismArtifacts",
            field("full", Codec.BOOL, DeterminismArtifacts::full),
            field("modulo_effect_trace", Codec.BOOL, DeterminismArtifacts::moduloEffectTrace),
            field("modulo_commutativity", Codec.BOOL, DeterminismArtifacts::moduloCommutativity),
            field("replay", Codec.BOOL, DeterminismArtifacts::replay),
            DeterminismArtifacts::new);
}
