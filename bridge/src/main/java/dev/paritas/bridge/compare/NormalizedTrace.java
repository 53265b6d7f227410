package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trace whose envelopes count per session (spec 22 §15.2): the envelope of an event with a session gets that session's
 * counter, from 0; any other keeps the raw tick.
 *
 * @param changed how many envelopes got another tick than the raw one
 */
record NormalizedTrace(List<TickedEvent> events, long changed) {
    public NormalizedTrace {
        events = List.copyOf(events);
    }

    /** {@return {@code trace} in its normalised envelopes, in the same order} */
    public static NormalizedTrace of(List<TraceEvent> trace) {
        List<TickedEvent> events = new ArrayList<>(trace.size());
        Map<Long, Long> counters = new HashMap<>();
        long changed = 0;
        for (TraceEvent event : trace) {
            Long session = event.session();
            long tick = session == null ? event.tick() : counters.merge(session, 1L, Long::sum) - 1;
            changed += tick == event.tick() ? 0 : 1;
            events.add(new TickedEvent(tick, event));
        }
        return new NormalizedTrace(events, changed);
    }
}
