package dev.paritas.junit;

import dev.paritas.bridge.Choice;
import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.ProtocolMonitor;
import dev.paritas.bridge.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a recording says about its protocol.
 *
 * @param roles the protocol's
 * @param events all that were recorded
 * @param violations the first one of each session that has one, in the order of the recording
 * @param unfinished what the roles of each unfinished session may do next, ascending by the session's name
 * @param strayed what sessions have not chosen that had to go one way, ascending by the session's name
 */
record Findings(
        List<String> roles,
        List<RecordedEvent> events,
        List<Violation> violations,
        List<String> unfinished,
        List<String> strayed) {
    Findings {
        roles = List.copyOf(roles);
        events = List.copyOf(events);
        violations = List.copyOf(violations);
        unfinished = List.copyOf(unfinished);
        strayed = List.copyOf(strayed);
    }

    static Findings of(Recorder recorder, Choreography protocol) {
        List<Violation> violations = new ArrayList<>();
        ProtocolMonitor monitor = ProtocolMonitor.observing(protocol, violations::add);
        List<RecordedEvent> events = recorder.events();
        events.forEach(event -> event.tell(monitor));
        return new Findings(
                protocol.roles(),
                events,
                violations,
                monitor.unfinished(Integer.MAX_VALUE),
                strayed(events, protocol.choices()));
    }

    /** Each role has to make its own choices in their order; what it sends between them is no choice. */
    private static List<String> strayed(List<RecordedEvent> events, List<Choice> choices) {
        SortedMap<String, Map<String, Deque<Choice>>> left = new TreeMap<>();
        for (RecordedEvent event : events) {
            Map<String, Deque<Choice>> ofSession = left.computeIfAbsent(event.session(), session -> byRole(choices));
            Deque<Choice> due = ofSession.getOrDefault(event.role(), new ArrayDeque<>());
            if (event.choice().isPresent() && event.choice().get().equals(due.peek())) {
                due.remove();
            }
        }
        List<String> strayed = new ArrayList<>();
        left.forEach((session, roles) -> roles.values().stream()
                .filter(due -> !due.isEmpty())
                .map(due -> session + ": " + due.element())
                .forEach(strayed::add));
        return strayed;
    }

    private static Map<String, Deque<Choice>> byRole(List<Choice> choices) {
        Map<String, Deque<Choice>> byRole = new TreeMap<>();
        choices.forEach(choice -> byRole.computeIfAbsent(choice.role(), role -> new ArrayDeque<>())
                .add(choice));
        return byRole;
    }

    /** {@return whether there was something to judge, and no event is against the protocol} */
    boolean conformSoFar() {
        return !events.isEmpty() && violations.isEmpty();
    }

    /** {@return whether besides every session came to its end, on the way that was asked for} */
    boolean conform() {
        return conformSoFar() && unfinished.isEmpty() && strayed.isEmpty();
    }
}
