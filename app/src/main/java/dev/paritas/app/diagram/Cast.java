package dev.paritas.app.diagram;

import dev.paritas.app.diagram.SequenceDiagram.Participant;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life lines of events: the roles of each session side by side, sessions in the order of their numbers. */
final class Cast {
    /** So many life lines are drawn; beside more of them nothing can be read. */
    static final int MOST = 60;

    private record Part(long session, String role) {}

    private final List<Part> coroutines = new ArrayList<>();
    private final Map<Part, Integer> places = new HashMap<>();
    private final List<Participant> participants = new ArrayList<>();
    private final int missing;

    /**
     * @param sessions the roles of each session, where they are known; coroutines have their numbers in that order, and
     *     within a session in the order of the roles' code points
     * @param drawn the events, whose other roles stand behind those
     */
    Cast(List<? extends Collection<String>> sessions, Stream<TraceEvent> drawn) {
        SortedMap<Long, SequencedSet<String>> roles = new TreeMap<>(Long::compareUnsigned);
        for (int i = 0; i < sessions.size(); i++) {
            long session = i;
            sessions.get(i).stream().distinct().sorted(CodePointOrder.INSTANCE).forEach(role -> {
                coroutines.add(new Part(session, role));
                roles.computeIfAbsent(session, _ -> new LinkedHashSet<>()).add(role);
            });
        }
        drawn.forEach(event -> Stream.of(event.sender(), event.receiver(), actor(event))
                .filter(Objects::nonNull)
                .forEach(role -> roles.computeIfAbsent(session(event.session()), _ -> new LinkedHashSet<>())
                        .add(role)));
        roles.forEach((session, names) -> names.forEach(role -> {
            if (participants.size() < MOST) {
                places.put(new Part(session, role), participants.size());
                participants.add(
                        new Participant(roles.size() > 1 ? "session " + Long.toUnsignedString(session) : "", role));
            }
        }));
        missing = roles.values().stream().mapToInt(SequencedSet::size).sum() - participants.size();
        if (participants.isEmpty()) {
            participants.add(new Participant("", "session"));
        }
    }

    List<Participant> participants() {
        return participants;
    }

    /** {@return how many roles have no life line} */
    int missing() {
        return missing;
    }

    /** {@return the life line of a role; empty when it is one of those that are left out} */
    Optional<Integer> place(@Nullable Long session, String role) {
        return Optional.ofNullable(places.get(new Part(session(session), role)));
    }

    /** {@return the life line of whoever did something that is no message; empty when that is nobody who is drawn} */
    Optional<Integer> actorOf(TraceEvent event) {
        String role = actor(event);
        if (role != null) {
            return place(event.session(), role);
        }
        String target = event.target();
        return target == null || !target.matches("[0-9]{1,6}") || Integer.parseInt(target) >= coroutines.size()
                ? Optional.empty()
                : Optional.ofNullable(places.get(coroutines.get(Integer.parseInt(target))));
    }

    /** {@return the leftmost and the rightmost life line of a session, of all for none} */
    List<Integer> span(@Nullable Long session) {
        List<Integer> places = this.places.entrySet().stream()
                .filter(entry -> session == null || entry.getKey().session() == session)
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return places.isEmpty() ? List.of(0, participants.size() - 1) : List.of(places.getFirst(), places.getLast());
    }

    /** The roles of an opened session stand in one word. */
    private static @Nullable String actor(TraceEvent event) {
        return event.kind().equals("opened") ? null : event.role();
    }

    private static long session(@Nullable Long session) {
        return session == null ? 0 : session;
    }
}
