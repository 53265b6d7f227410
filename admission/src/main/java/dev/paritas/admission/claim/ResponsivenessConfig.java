package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A claim of answers at the speed of the network (spec 32 §3.4). */
public record ResponsivenessConfig(boolean leaderBased, boolean requiresStablePeriod) {
    public static final Codec<ResponsivenessConfig> CODEC = ObjectCodec.of("ResponsivenessConfig", m -> {
        var leaderBased = m.required("leader_based", Codec.BOOL, ResponsivenessConfig::leaderBased);
        var requiresStablePeriod =
                m.required("requires_stable_period", Codec.BOOL, ResponsivenessConfig::requiresStablePeriod);
        return in -> new ResponsivenessConfig(in.get(leaderBased), in.get(requiresStablePeriod));
    });
}
