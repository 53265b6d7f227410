package dev.paritas.machine.trace;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** A trace under its schema version (spec 21 §14). */
public record ObservableTrace(long schemaVersion, List<ObservableEvent> events) {
    public static final long CURRENT_VERSION = 1;

    public static final Codec<ObservableTrace> CODEC = ObjectCodec.of(
            "ObservableTrace",
            defaulted("schema_version", Codec.U64, ObservableTrace::schemaVersion, CURRENT_VERSION),
            field("events", Codec.listOf(ObservableEvent.CODEC), ObservableTrace::events),
            ObservableTrace::new);

    public ObservableTrace {
        events = List.copyOf(events);
    }

    /** {@return the trace as it is: two runs of the same image have equal ones} */
    public static ObservableTrace strict(List<ObservableEvent> events) {
        return new ObservableTrace(CURRENT_VERSION, events);
    }

    /** {@return the trace with the events of each session counted from 0 instead of ticked; others keep their tick} */
    public static ObservableTrace sessionLocal(List<ObservableEvent> events) {
        Map<Long, Long> counts = new HashMap<>();
        List<ObservableEvent> normalised = new ArrayList<>(events.size());
        for (ObservableEvent event : events) {
            OptionalLong session = event.normalisationSession();
            normalised.add(
                    session.isEmpty() ? event : event.withTick(counts.merge(session.getAsLong(), 1L, Long::sum) - 1));
        }
        return new ObservableTrace(CURRENT_VERSION, normalised);
    }

    /**
     * {@return the session-local trace in an order that is the same for all interleavings of its sessions: between two
     * events without a session, which stay in place, the sessions take turns, ascending, one event each (spec 51 §7.3)}
     */
    public static ObservableTrace commutative(List<ObservableEvent> events) {
        List<ObservableEvent> ordered = new ArrayList<>(events.size());
        SortedMap<Long, Deque<ObservableEvent>> sessions = new TreeMap<>(Long::compareUnsigned);
        for (ObservableEvent event : sessionLocal(events).events()) {
            OptionalLong session = event.normalisationSession();
            if (session.isPresent()) {
                sessions.computeIfAbsent(session.getAsLong(), ignored -> new ArrayDeque<>())
                        .add(event);
            } else {
                takeTurns(sessions, ordered);
                ordered.add(event);
            }
        }
        takeTurns(sessions, ordered);
        return new ObservableTrace(CURRENT_VERSION, ordered);
    }

    private static void takeTurns(SortedMap<Long, Deque<ObservableEvent>> sessions, List<ObservableEvent> ordered) {
        while (!sessions.isEmpty()) {
            sessions.values().forEach(events -> ordered.add(events.remove()));
            sessions.values().removeIf(Deque::isEmpty);
        }
    }
}
