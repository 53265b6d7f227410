package dev.paritas.junit;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.ProtocolMonitor;
import dev.paritas.bridge.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recording says about its protocol.
 *
 * @param roles the protocol's
 * @param events all that were recorded
 * @param violations the first one of each session that has one, in the order of the recording
 * @param unfinished what the roles of each unfinished session may do next, ascending by the session's name
 */
record Findings(List<String> roles, List<RecordedEvent> events, List<Violation> violations, List<String> unfinished) {
    Findings {
        roles = List.copyOf(roles);
        events = List.copyOf(events);
        violations = List.copyOf(violations);
        unfinished = List.copyOf(unfinished);
    }

    static Findings of(Recorder recorder, Choreography protocol) {
        List<Violation> violations = new ArrayList<>();
        ProtocolMonitor monitor = ProtocolMonitor.observing(protocol, violations::add);
        List<RecordedEvent> events = recorder.events();
        events.forEach(event -> event.tell(monitor));
        return new Findings(protocol.roles(), events, violations, monitor.unfinished(Integer.MAX_VALUE));
    }

    /** {@return whether there was something to judge, and no event is against the protocol} */
    boolean conformSoFar() {
        return !events.isEmpty() && violations.isEmpty();
    }

    /** {@return whether besides every session came to its end} */
    boolean conform() {
        return conformSoFar() && unfinished.isEmpty();
    }
}
