package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A failed effect (spec 20 §4). */
public record EffectFailure(EffectFailureKind kind, String message) {
    public static final Codec<EffectFailure> CODEC = ObjectCodec.of(
            "EffectFailure",
            field("kind", EffectFailureKind.CODEC, EffectFailure::kind),
            field("message", Codec.STRING, EffectFailure::message),
            EffectFailure::new);

    public static EffectFailure contractViolation(String message) {
        return new EffectFailure(EffectFailureKind.CONTRACT_VIOLATION, message);
    }

    /** {@return {@code ContractViolation: message}} */
    public String displayText() {
        return kind.displayText() + ": " + message;
    }
}
