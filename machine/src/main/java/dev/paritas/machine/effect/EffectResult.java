package dev.paritas.machine.effect;

import dev.paritas.semanticobjects.effect.EffectFailure;

/** How a typed effect call ended (spec 21 §7.4). */
public sealed interface EffectResult<T> {
    record Success<T>(T value) implements EffectResult<T> {}

    record Blocked<T>() implements EffectResult<T> {}

    record Failure<T>(EffectFailure failure) implements EffectResult<T> {}

    /** The value of an effect that answers with nothing but success. */
    enum Done {
        DONE
    }

    /** The success of an effect without a value. */
    EffectResult<Done> DONE = new Success<>(Done.DONE);

    /** {@return why there is no value; {@code whenBlocked} is the message of a blocked effect} */
    default EffectFailure failureOr(String whenBlocked) {
        return switch (this) {
            case Failure<T>(EffectFailure failure) -> failure;
            case Blocked<T> ignored -> EffectFailure.contractViolation(whenBlocked);
            case Success<T> ignored -> throw new IllegalStateException("the effect succeeded");
        };
    }

    static <T> EffectResult<T> success(T value) {
        return new Success<>(value);
    }

    static <T> EffectResult<T> blocked() {
        return new Blocked<>();
    }

    static <T> EffectResult<T> failure(EffectFailure failure) {
        return new Failure<>(failure);
    }
}
