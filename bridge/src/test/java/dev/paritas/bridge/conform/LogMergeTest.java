package dev.paritas.bridge.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.bridge.conform.ConformanceReport.Verdict;
import dev.paritas.choreography.monitor.Action;
import dev.paritas.choreography.monitor.GeneratedLogs;
import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.Observation;
import dev.paritas.choreography.monitor.ProtocolAutomaton;
import dev.paritas.choreography.source.WrittenChoreographies;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Logs of several services are one history, whatever order between them nobody knows (docs/conform.md). */
class LogMergeTest {
    private static final ProtocolAutomaton THREE = automaton("""
            protocol Trade =
              roles A, B, C
              rec Loop
                choice A at
                  | More =>
                    A -> B : More
                    B -> C : Ask
                    C -> B : Answer
                    C -> A : Note
                    continue Loop
                  | Stop =>
                    A -> B : Stop
                    B -> C : Bye
                    A -> C : Last
            """);
    private static final ProtocolAutomaton STREAM = automaton("""
            protocol Stream =
              roles A, B
              rec Loop
                choice A at
                  | Next =>
                    A -> B : Item
                    continue Loop
                  | Done =>
                    A -> B : Bye
            """);

    private static ProtocolAutomaton automaton(String tell) {
        return ProtocolAutomaton.of(WrittenChoreographies.read(tell.getBytes(StandardCharsets.UTF_8))
                .getFirst()
                .globalType());
    }

    /** Events that are there already. */
    private record Listed(Iterator<LoggedEvent> events) implements EventLog {
        @Override
        public @Nullable LoggedEvent next() {
            return events.hasNext() ? events.next() : null;
        }

        @Override
        public long skipped() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static ConformanceReport merged(ProtocolAutomaton protocol, List<List<LoggedEvent>> logs) {
        List<NamedLog> named = IntStream.range(0, logs.size())
                .mapToObj(i -> new NamedLog("log" + i, new Listed(logs.get(i).iterator())))
                .toList();
        return new LogWalk(new Monitor(protocol, false), 10, ignored -> {}).of(named);
    }

    private static ConformanceReport single(ProtocolAutomaton protocol, List<LoggedEvent> log) {
        return new LogWalk(new Monitor(protocol, false), 10, ignored -> {}).of(new Listed(log.iterator()));
    }

    private static LoggedEvent event(String session, Observation seen, long line) {
        return new LoggedEvent(session, seen.role(), seen.action(), seen.peer(), seen.label(), line);
    }

    /** Sessions one among the other, each in its order. */
    private static List<LoggedEvent> shuffled(List<List<Observation>> sessions, Random random) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            turns.addAll(Collections.nCopies(sessions.get(i).size(), i));
        }
        Collections.shuffle(turns, random);
        int[] at = new int[sessions.size()];
        List<LoggedEvent> all = new ArrayList<>();
        for (int i : turns) {
            all.add(event("s" + i, sessions.get(i).get(at[i]++), all.size() + 1));
        }
        return all;
    }

    /** Each role of each session is told by one log. */
    private static List<List<LoggedEvent>> split(List<LoggedEvent> all, int logs, Random random) {
        Map<String, Integer> homes = new HashMap<>();
        List<List<LoggedEvent>> parts = new ArrayList<>();
        for (int i = 0; i < logs; i++) {
            parts.add(new ArrayList<>());
        }
        all.forEach(event -> parts.get(
                        homes.computeIfAbsent(event.session() + " " + event.role(), ignored -> random.nextInt(logs)))
                .add(event));
        return parts;
    }

    @Test
    void a_run_conforms_however_its_roles_are_divided() {
        for (long seed : LongStream.range(0, 300).toArray()) {
            Random random = new Random(seed);
            List<List<Observation>> sessions = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(i -> GeneratedLogs.run(THREE, random, random.nextInt(60)))
                    .toList();
            List<LoggedEvent> all = shuffled(sessions, random);
            Verdict one = single(THREE, all).verdict();
            ConformanceReport several = merged(THREE, split(all, 1 + random.nextInt(4), random));
            assertThat(several.verdict()).as("seed %d", seed).isEqualTo(one);
            assertThat(several.events().seen()).isEqualTo(all.size());
        }
    }

    @Test
    void who_violates_in_several_logs_violates_in_one_and_the_order_of_the_logs_does_not_matter() {
        int both = 0;
        int one = 0;
        for (long seed : LongStream.range(0, 600).toArray()) {
            Random random = new Random(seed);
            List<List<Observation>> sessions = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> GeneratedLogs.changed(GeneratedLogs.run(THREE, random, 40), random))
                    .toList();
            List<LoggedEvent> all = shuffled(sessions, random);
            List<List<LoggedEvent>> parts = split(all, 3, random);
            ConformanceReport several = merged(THREE, parts);
            ConformanceReport together = single(THREE, all);
            if (several.sessions().violated() > 0) {
                assertThat(together.sessions().violated())
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(several.sessions().violated());
                both++;
            }
            one += together.sessions().violated() > 0 ? 1 : 0;
            Collections.reverse(parts);
            assertThat(merged(THREE, parts).sessions()).as("seed %d", seed).isEqualTo(several.sessions());
            Collections.shuffle(parts, random);
            assertThat(merged(THREE, parts).sessions()).as("seed %d", seed).isEqualTo(several.sessions());
        }
        assertThat(both).as("of %d", one).isGreaterThan(300);
    }

    @Test
    void a_lost_message_is_told_where_it_is_missing_and_no_other_session_is_blamed() {
        List<LoggedEvent> a = new ArrayList<>();
        List<LoggedEvent> b = new ArrayList<>();
        List<LoggedEvent> c = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String session = "s" + i;
            a.add(new LoggedEvent(session, "A", Action.CHOOSE, "B", "Stop", a.size() + 1));
            a.add(new LoggedEvent(session, "A", Action.SEND, "C", "Last", a.size() + 1));
            if (i != 1) {
                b.add(new LoggedEvent(session, "B", Action.RECEIVE, "A", "Stop", b.size() + 1));
            }
            b.add(new LoggedEvent(session, "B", Action.SEND, "C", "Bye", b.size() + 1));
            c.add(new LoggedEvent(session, "C", Action.RECEIVE, "B", "Bye", c.size() + 1));
            c.add(new LoggedEvent(session, "C", Action.RECEIVE, "A", "Last", c.size() + 1));
        }
        ConformanceReport sound = merged(THREE, List.of(c, b, a));
        assertThat(sound.violations()).hasSize(1);
        ConformanceReport.Found found = sound.violations().getFirst();
        assertThat(found.session()).isEqualTo("s1");
        assertThat(found.log()).as("B goes on without having taken 'Stop'").isEqualTo("log1");
        assertThat(found.line()).isEqualTo(3);
        assertThat(sound.sessions().complete()).isEqualTo(2);

        a.removeIf(event -> event.session().equals("s2") && "Last".equals(event.label()));
        ConformanceReport lost = merged(THREE, List.of(c, b, a));
        assertThat(lost.violations())
                .extracting(ConformanceReport.Found::session)
                .containsExactly("s1", "s2");
        assertThat(lost.violations().getLast().happened()).isEqualTo("C receives 'Last' from A");
        assertThat(lost.violations().getLast().log()).isEqualTo("log0");
        assertThat(lost.violations().getLast().reason().name()).isEqualTo("NOT_SENT");
    }

    @Test
    void the_receive_is_blamed_whose_message_nobody_sends_and_not_who_waits_behind_it() {
        List<LoggedEvent> a = List.of(
                new LoggedEvent("", "A", Action.CHOOSE, "B", "More", 1),
                new LoggedEvent("", "A", Action.RECEIVE, "C", "Note", 2));
        List<LoggedEvent> b = List.of(new LoggedEvent("", "B", Action.RECEIVE, "A", "More", 1));
        List<LoggedEvent> c = List.of(
                new LoggedEvent("", "C", Action.RECEIVE, "B", "Ask", 1),
                new LoggedEvent("", "C", Action.SEND, "B", "Answer", 2),
                new LoggedEvent("", "C", Action.SEND, "A", "Note", 3));
        ConformanceReport report = merged(THREE, List.of(a, b, c));
        assertThat(report.violations()).singleElement().satisfies(found -> {
            assertThat(found.happened()).isEqualTo("C receives 'Ask' from B");
            assertThat(found.log()).isEqualTo("log2");
        });
    }

    @Test
    void what_makes_no_history_is_refused_and_what_waits_is_bounded() {
        LoggedEvent next = new LoggedEvent("s", "A", Action.CHOOSE, "B", "Next", 1);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> merged(STREAM, List.of(List.of(next), List.of(next))))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("ROLE_IN_TWO_LOGS"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> merged(
                        STREAM, List.of(List.of(next), List.of(new LoggedEvent("", "B", Action.END, null, null, 1)))))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("SESSIONS_UNNAMED"));
        List<LoggedEvent> flood = Collections.nCopies(
                LogMerge.MOST_WAITING + 1, new LoggedEvent("s", "B", Action.RECEIVE, "A", "Next", 1));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> merged(STREAM, List.of(List.of(), flood)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("TOO_FAR_APART"));
        assertThat(merged(STREAM, List.of(List.of(), flood.subList(1, flood.size())))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void logs_of_different_lengths_go_on_side_by_side() {
        List<LoggedEvent> sender = new ArrayList<>();
        List<LoggedEvent> receiver = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            sender.add(new LoggedEvent("s", "A", Action.CHOOSE, "B", "Next", i));
            sender.add(new LoggedEvent("s", "A", Action.SEND, "B", "Item", i));
            receiver.add(new LoggedEvent("s", "B", Action.RECEIVE, "A", "Next", i));
            receiver.add(new LoggedEvent("s", "B", Action.RECEIVE, "A", "Item", i));
        }
        assertThat(merged(STREAM, List.of(receiver, sender)).verdict()).isEqualTo(Verdict.SO_FAR);
    }
}
