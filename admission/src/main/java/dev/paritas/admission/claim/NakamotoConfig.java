package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.FixedQ32;

/**
 * Security of a longest chain (spec 32 §3.4).
 *
 * @param honestFraction share of honest power
 * @param finalityDepth blocks until a block counts as final, unsigned
 */
public record NakamotoConfig(FixedQ32 honestFraction, long finalityDepth) {
    public static final Codec<NakamotoConfig> CODEC = ObjectCodec.of("NakamotoConfig", m -> {
        var honestFraction = m.required("honest_fraction", FixedQ32.CODEC, NakamotoConfig::honestFraction);
        var finalityDepth = m.required("finality_depth", Codec.U64, NakamotoConfig::finalityDepth);
        return in -> new NakamotoConfig(in.get(honestFraction), in.get(finalityDepth));
    });
}
