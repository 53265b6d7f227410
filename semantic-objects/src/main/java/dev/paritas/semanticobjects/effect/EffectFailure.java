package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A failed effect (spec 20 §4). */
public record EffectFailure(EffectFailureKind kind, String message) {
    public static final Codec<EffectFailure> CODEC = ObjectCodec.of("EffectFailure", m -> {
        var kind = m.required("kind", EffectFailureKind.CODEC, EffectFailure::kind);
        var message = m.required("message", Codec.STRING, EffectFailure::message);
        return in -> new EffectFailure(in.get(kind), in.get(message));
    });

    public static EffectFailure contractViolation(String message) {
        return new EffectFailure(EffectFailureKind.CONTRACT_VIOLATION, message);
    }

    /** {@return {@code ContractViolation: message}} */
    public String displayText() {
        return kind.displayText() + ": " + message;
    }
}
