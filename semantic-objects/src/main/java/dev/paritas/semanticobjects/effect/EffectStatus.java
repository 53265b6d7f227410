package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** How an effect ended; the JSON tag member is {@code status} (spec 30 §6.3). */
public sealed interface EffectStatus {
    record Success() implements EffectStatus {}

    record Blocked() implements EffectStatus {}

    record Failure(EffectFailure failure) implements EffectStatus {}

    EffectStatus SUCCESS = new Success();
    EffectStatus BLOCKED = new Blocked();

    Codec<EffectStatus> CODEC = codec();

    private static Codec<EffectStatus> codec() {
        return KindCodec.<EffectStatus>named("EffectStatus", "status")
                .constant("success", new Success())
                .constant("blocked", new Blocked())
                .variant(
                        Failure.class,
                        ObjectCodec.of(
                                "failure", field("failure", EffectFailure.CODEC, Failure::failure), Failure::new));
    }
}
