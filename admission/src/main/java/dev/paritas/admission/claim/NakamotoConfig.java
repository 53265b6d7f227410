package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

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
    public static final Codec<NakamotoConfig> CODEC = ObjectCodec.of(
            "NakamotoConfig",
            field("honest_fraction", FixedQ32.CODEC, NakamotoConfig::honestFraction),
            field("finality_depth", Codec.U64, NakamotoConfig::finalityDepth),
            NakamotoConfig::new);
}
