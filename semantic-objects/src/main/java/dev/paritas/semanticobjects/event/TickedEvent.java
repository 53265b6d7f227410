package dev.paritas.semanticobjects.event;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * An event with the tick that a comparison uses for it, which may differ from the tick inside (spec 30 §4.15).
 *
 * @param tick unsigned
 */
public record TickedEvent<E>(long tick, E event) {
    public static <E> Codec<TickedEvent<E>> codec(Codec<E> eventCodec) {
        return ObjectCodec.of(
                "TickedObsEvent",
                field("tick", Codec.U64, TickedEvent<E>::tick),
                field("event", eventCodec, TickedEvent<E>::event),
                TickedEvent::new);
    }
}
