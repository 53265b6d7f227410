package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A claim of answers at the speed of the network (spec 32 §3.4). */
public record ResponsivenessConfig(boolean leaderBased, boolean requiresStablePeriod) {
    public static final Codec<ResponsivenessConfig> CODEC = ObjectCodec.of(
            "ResponsivenessConfig",
            field("leader_based", Codec.BOOL, ResponsivenessConfig::leaderBased),
            field("requires_stable_period", Codec.BOOL, ResponsivenessConfig::requiresStablePeriod),
            ResponsivenessConfig::new);
}
