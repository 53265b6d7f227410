package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** How payloads are checked at the communication boundary (spec 20 §15.3). */
public enum PayloadValidationMode {
    OFF,
    STRUCTURAL,
    STRICT_SCHEMA;

    public static final Codec<PayloadValidationMode> CODEC = WordCodec.snakeCase(PayloadValidationMode.class);
}
