package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.TraceEvent;
import org.jspecify.annotations.Nullable;

/** Trace events with a part set aside. */
final class EventParts {
    private EventParts() {}

    static TraceEvent withTick(TraceEvent event, long tick) {
        return copy(event, tick, event.reason());
    }

    static TraceEvent withoutReason(TraceEvent event) {
        return copy(event, event.tick(), null);
    }

    private static TraceEvent copy(TraceEvent event, long tick, @Nullable String reason) {
        return new TraceEvent(
                event.kind(),
                tick,
                event.session(),
                event.sender(),
                event.receiver(),
                event.label(),
                event.role(),
                event.target(),
                event.permitted(),
                event.epoch(),
                event.ghost(),
                event.from(),
                event.to(),
                event.predicateRef(),
                event.witnessRef(),
                event.outputDigest(),
                event.passed(),
                reason);
    }
}
