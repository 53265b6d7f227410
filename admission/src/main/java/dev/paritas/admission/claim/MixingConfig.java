package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A bound on the mixing time (spec 32 §3.5).
 *
 * @param mixingTimeBound unsigned
 */
public record MixingConfig(boolean enabled, @Nullable Long mixingTimeBound) {
    public static final Codec<MixingConfig> CODEC = ObjectCodec.of(
            "MixingConfig",
            field("enabled", Codec.BOOL, MixingConfig::enabled),
            nullable("mixing_time_bound", Codec.U64, MixingConfig::mixingTimeBound),
            MixingConfig::new);
}
