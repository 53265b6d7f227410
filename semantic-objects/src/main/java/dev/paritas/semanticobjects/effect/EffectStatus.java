package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.KindCodec.Field;

/** How an effect ended; the JSON tag member is {@code status} (spec 30 §6.3). */
public sealed interface EffectStatus {
    record Success() implements EffectStatus {}

    record Blocked() implements EffectStatus {}

    record Failure(EffectFailure failure) implements EffectStatus {}

    EffectStatus SUCCESS = new Success();
    EffectStatus BLOCKED = new Blocked();

    Codec<EffectStatus> CODEC = codec();

    private static Codec<EffectStatus> codec() {
        Field<EffectFailure> failure = Field.required("failure", EffectFailure.CODEC);
        return KindCodec.<EffectStatus>named("EffectStatus", "status")
                .variant("success", Success.class, v -> v, ignored -> new Success())
                .variant("blocked", Blocked.class, v -> v, ignored -> new Blocked())
                .variant(
                        "failure",
                        Failure.class,
                        v -> v.field(failure, Failure::failure),
                        in -> new Failure(in.get(failure)));
    }
}
