package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * A mean-field limit (spec 32 §3.5).
 *
 * @param populationSize unsigned
 */
public record MeanFieldConfig(boolean enabled, @Nullable Long populationSize) {
    public static final Codec<MeanFieldConfig> CODEC = ObjectCodec.of(
            "MeanFieldConfig",
            field("enabled", Codec.BOOL, MeanFieldConfig::enabled),
            nullable("population_size", Codec.U64, MeanFieldConfig::populationSize),
            MeanFieldConfig::new);
}
