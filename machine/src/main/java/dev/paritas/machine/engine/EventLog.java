package dev.paritas.machine.engine;

import dev.paritas.machine.engine.MachineConfig.ObservabilityRetention;
import dev.paritas.semanticobjects.event.ObservableEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The observable trace under a retention, or on its way to a sink (spec 20 §18). */
final class EventLog {
    private final @Nullable RecordSink sink;
    private final long capacity;
    /** The kept events from {@code dropped} on; what lies before is cut off now and then. */
    private final ArrayList<ObservableEvent> events = new ArrayList<>();

    private int dropped;

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
        events.add(event);
        if (Long.compareUnsigned(size(), capacity) > 0) {
            dropped++;
            if (dropped > capacity) {
                events.subList(0, dropped).clear();
                dropped = 0;
            }
        }
    }

    int size() {
        return events.size() - dropped;
    }

    List<ObservableEvent> from(int start) {
        return List.copyOf(events.subList(Math.min(dropped + start, events.size()), events.size()));
    }

    List<ObservableEvent> toList() {
        return from(0);
    }

    List<ObservableEvent> drain() {
        List<ObservableEvent> drained = toList();
        events.clear();
        dropped = 0;
        return drained;
    }
}
