package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.FixedQ32;
import org.jspecify.annotations.Nullable;

/** Stability under max-weight scheduling (spec 32 §3.5). */
public record MaxWeightConfig(boolean enabled, @Nullable FixedQ32 slack) {
    public static final Codec<MaxWeightConfig> CODEC = ObjectCodec.of("MaxWeightConfig", m -> {
        var enabled = m.required("enabled", Codec.BOOL, MaxWeightConfig::enabled);
        var slack = m.nullable("slack", FixedQ32.CODEC, MaxWeightConfig::slack);
        return in -> new MaxWeightConfig(in.get(enabled), in.get(slack));
    });
}
