package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.FixedQ32;
import org.jspecify.annotations.Nullable;

/** Stability under max-weight scheduling (spec 32 §3.5). */
public record MaxWeightConfig(boolean enabled, @Nullable FixedQ32 slack) {
    public static final Codec<MaxWeightConfig> CODEC = ObjectCodec.of(
            "MaxWeightConfig",
            field("enabled", Codec.BOOL, MaxWeightConfig::enabled),
            nullable("slack", FixedQ32.CODEC, MaxWeightConfig::slack),
            MaxWeightConfig::new);
}
