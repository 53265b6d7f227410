package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A claim without parameters; present and disabled differs from absent (spec 32 §3.5). */
public record EnabledConfig(boolean enabled) {
    public static final Codec<EnabledConfig> CODEC =
            ObjectCodec.of("EnabledConfig", field("enabled", Codec.BOOL, EnabledConfig::enabled), EnabledConfig::new);
}
