package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.value.DebugText;
import dev.paritas.semanticobjects.value.Value;

/** What the handler decides about one send (spec 30 §6.3). */
public sealed interface SendDecision {
    record Deliver(Value payload) implements SendDecision {}

    record Drop() implements SendDecision {}

    record Defer() implements SendDecision {}

    SendDecision DROP = new Drop();
    SendDecision DEFER = new Defer();

    Codec<SendDecision> CODEC = TaggedCodec.<SendDecision>named("SendDecision")
            .variant("Deliver", Deliver.class, Value.CODEC, Deliver::new, Deliver::payload)
            .constant("Drop", DROP)
            .constant("Defer", DEFER)
            .build();

    default String debugText() {
        return switch (this) {
            case Deliver(Value payload) -> DebugText.tuple("Deliver", payload.debugText());
            case Drop() -> "Drop";
            case Defer() -> "Defer";
        };
    }
}
