package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A bound on the mixing time (spec 32 §3.5).
 *
 * @param mixingTimeBound unsigned
 */
public record MixingConfig(boolean enabled, @Nullable Long mixingTimeBound) {
    public static final Codec<MixingConfig> CODEC = ObjectCodec.of("MixingConfig", m -> {
        var enabled = m.required("enabled", Codec.BOOL, MixingConfig::enabled);
        var mixingTimeBound = m.nullable("mixing_time_bound", Codec.U64, MixingConfig::mixingTimeBound);
        return in -> new MixingConfig(in.get(enabled), in.get(mixingTimeBound));
    });
}
