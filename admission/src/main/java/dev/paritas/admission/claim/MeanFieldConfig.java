package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A mean-field limit (spec 32 §3.5).
 *
 * @param populationSize unsigned
 */
public record MeanFieldConfig(boolean enabled, @Nullable Long populationSize) {
    public static final Codec<MeanFieldConfig> CODEC = ObjectCodec.of("MeanFieldConfig", m -> {
        var enabled = m.required("enabled", Codec.BOOL, MeanFieldConfig::enabled);
        var populationSize = m.nullable("population_size", Codec.U64, MeanFieldConfig::populationSize);
        return in -> new MeanFieldConfig(in.get(enabled), in.get(populationSize));
    });
}
