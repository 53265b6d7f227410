package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A claim without parameters; present and disabled differs from absent (spec 32 §3.5). */
public record EnabledConfig(boolean enabled) {
    public static final Codec<EnabledConfig> CODEC = ObjectCodec.of("EnabledConfig", m -> {
        var enabled = m.required("enabled", Codec.BOOL, EnabledConfig::enabled);
        return in -> new EnabledConfig(in.get(enabled));
    });
}
