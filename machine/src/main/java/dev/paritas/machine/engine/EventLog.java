package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.event.ObservableEvent;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The observable trace under a retention, or on its way to a sink (spec 20 §18). */
final class EventLog {
    private final @Nullable RecordSink sink;
    private final long capacity;
    private final ArrayDeque<ObservableEvent> events = new ArrayDeque<>();

    EventLog(ObservabilityRetention retention, @Nullable RecordSink sink) {
        this.sink = sink;
        this.capacity = switch (retention.mode()) {
            case FULL -> -1L;
            case CAPPED -> retention.capacity();
            case DISABLED -> 0;
        };
    }

    void add(ObservableEvent event) {
        if (sink != null) {
            sink.event(event);
            return;
        }
        if (capacity == 0) {
            return;
        }
        events.addLast(event);
        if (Long.compareUnsigned(events.size(), capacity) > 0) {
            events.removeFirst();
        }
    }

    List<ObservableEvent> toList() {
        return List.copyOf(events);
    }

    List<ObservableEvent> drain() {
        List<ObservableEvent> drained = toList();
        events.clear();
        return drained;
    }
}
