package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * Assumptions of the impossibility of consensus (spec 32 §3.4).
 *
 * @param crashBound how many roles may crash, unsigned
 */
public record FlpConfig(long crashBound, boolean requiresDeterminism) {
    public static final Codec<FlpConfig> CODEC = ObjectCodec.of(
            "FlpConfig",
            field("crash_bound", Codec.U64, FlpConfig::crashBound),
            field("requires_determinism", Codec.BOOL, FlpConfig::requiresDeterminism),
            FlpConfig::new);
}
