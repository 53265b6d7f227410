package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.value.DebugText;
import dev.paritas.semanticobjects.value.Value;

/** What the handler decides about one send (spec 30 §6.3). */
public sealed interface SendDecision {
    /** {@return {@code Deliver(Unit)}, {@code Drop}, {@code Defer}} */
    String debugText();

    record Deliver(Value payload) implements SendDecision {
        @Override
        public String debugText() {
            return DebugText.tuple("Deliver", payload.debugText());
        }
    }

    record Drop() implements SendDecision {
        @Override
        public String debugText() {
            return "Drop";
        }
    }

    record Defer() implements SendDecision {
        @Override
        public String debugText() {
            return "Defer";
        }
    }

    SendDecision DROP = new Drop();
    SendDecision DEFER = new Defer();

    Codec<SendDecision> CODEC = TaggedCodec.<SendDecision>named("SendDecision")
            .variant("Deliver", Deliver.class, Value.CODEC, Deliver::new, Deliver::payload)
            .constant("Drop", DROP)
            .constant("Defer", DEFER)
            .build();
}
