package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * The handler's answer to an {@link EffectRequest} (spec 30 §6.3).
 *
 * @param response null for a blocked or failed effect
 */
public record EffectOutcome(EffectStatus status, @Nullable EffectResponse response) {
    private static final EffectOutcome BLOCKED = new EffectOutcome(EffectStatus.BLOCKED, null);

    public static final Codec<EffectOutcome> CODEC = ObjectCodec.of(
            "EffectOutcome",
            field("status", EffectStatus.CODEC, EffectOutcome::status),
            nullable("response", EffectResponse.CODEC, EffectOutcome::response),
            EffectOutcome::new);

    public static EffectOutcome success(EffectResponse response) {
        return new EffectOutcome(EffectStatus.SUCCESS, response);
    }

    public static EffectOutcome blocked() {
        return BLOCKED;
    }

    public static EffectOutcome failure(EffectFailure failure) {
        return new EffectOutcome(new EffectStatus.Failure(failure), null);
    }
}
