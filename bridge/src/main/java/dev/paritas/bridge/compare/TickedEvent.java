package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.TraceEvent;

/**
 * A trace event in the envelope that comparisons use (spec 30 §4.15).
 *
 * @param tick of the envelope: raw, or the session's counter after normalisation; the event keeps its own raw tick
 */
public record TickedEvent(long tick, TraceEvent event) {
    public static final Codec<TickedEvent> CODEC = ObjectCodec.of(
            "TickedObsEvent",
            field("tick", Codec.U64, TickedEvent::tick),
            field("event", TraceEvent.CODEC, TickedEvent::event),
            TickedEvent::new);
}
