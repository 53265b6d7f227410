package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paritas compare --mode}, and the mode that a foreign runner gets (docs/comparison.md, modes). */
final class CompareModeTest {
    /** A correct runner as a stranger writes it: a counter of its own, no ends of roles, no step states. */
    private static final String[] EVENTS = {
        event("sent", "A", "B", "ping", 1),
        event("received", "A", "B", "ping", 2),
        event("sent", "B", "A", "pong", 3),
        event("received", "B", "A", "pong", 4)
    };

    @TempDir
    private Path folder = Path.of("");

    private Path protocol = Path.of("");

    private static String event(String kind, String sender, String receiver, String label, int tick) {
        return "{\"kind\":\"%s\",\"label\":\"%s\",\"receiver\":\"%s\",\"schema_version\":\"lean_bridge.v1\",\"sender\":\"%s\",\"session\":0,\"tick\":%d}"
                .formatted(kind, label, receiver, sender, tick);
    }

    @BeforeEach
    void write() throws IOException {
        protocol = folder.resolve("ping.tell");
        Files.writeString(protocol, "protocol Ping =\n  roles A, B\n\n  A -> B : ping\n  B -> A : pong\n");
    }

    private Ran compare(String rest, String status, String[] events, String... options) throws IOException {
        Path answer = folder.resolve("answer.json");
        Files.writeString(
                answer,
                "{\"concurrency\":1,\"schema_version\":\"lean_bridge.v1\",\"sessions\":[{\"schema_version\":\"lean_bridge.v1\",\"sid\":0,\"terminal\":true}],\"status\":\""
                        + status + "\",\"steps_executed\":4" + rest + ",\"trace\":[" + String.join(",", events) + "]}");
        Path runner = folder.resolve("runner");
        Executables.script(runner, "cat >/dev/null; exec cat " + answer);
        String[] args = new String[options.length + 6];
        String[] first = {
            "compare",
            protocol.toString(),
            "--runner",
            runner.toString(),
            "--reproducers",
            folder.resolve("out").toString()
        };
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(options, 0, args, first.length, options.length);
        return Ran.paritas(args);
    }

    @Test
    void a_foreign_runner_with_ticks_of_its_own_agrees_by_role() throws IOException {
        Ran ran = compare("", "completed", EVENTS);
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out())
                .startsWith("agree: ")
                .contains(
                        "\nmode role: the order of each role's own events; how roles interleave, ticks, rounds and step states are left out\n")
                .contains("not compared: ends of roles (one side does not tell them)")
                .contains("openings of sessions, session statuses, steps_executed, concurrency, steps (mode role)");
        assertThat(compare("", "completed", EVENTS, "--json").out()).contains("\"mode\":\"role\"");
    }

    @Test
    void two_runs_without_an_event_are_no_agreement() throws IOException {
        for (String mode : new String[] {"order", "session", "role"}) {
            Ran ran = compare("", "stuck", new String[0], "--max-steps", "0", "--mode", mode);
            assertThat(ran.exit()).as(mode).isEqualTo(4);
            assertThat(ran.out()).startsWith("declined: ").contains("nothing was compared");
        }
    }

    @Test
    void a_lost_message_another_label_another_order_and_another_end_are_seen() throws IOException {
        assertThat(compare("", "stuck", EVENTS).exit()).isEqualTo(1);
        String[] lost = {EVENTS[0], EVENTS[1], EVENTS[2]};
        assertThat(compare("", "completed", lost).out())
                .startsWith("diverge")
                .contains("role A of session 0: one trace ends");
        String[] relabelled = {EVENTS[0], EVENTS[1], EVENTS[2], event("received", "B", "A", "gong", 4)};
        assertThat(compare("", "completed", relabelled).exit()).isEqualTo(1);
        String[] early = {EVENTS[1], EVENTS[0], EVENTS[2], EVENTS[3]};
        assertThat(compare("", "completed", early).out())
                .contains("event 0 of the right side receives what was not sent first on its edge");
    }

    @Test
    void step_states_that_are_told_count_and_so_does_a_mode_that_is_asked_for() throws IOException {
        assertThat(compare(",\"step_states\":[]", "completed", EVENTS).exit())
                .as("an empty list of step states is a claim")
                .isEqualTo(1);
        assertThat(compare("", "completed", EVENTS, "--mode", "exact").exit()).isEqualTo(1);
        assertThat(compare(",\"step_states\":[]", "completed", EVENTS, "--mode", "role")
                        .exit())
                .isZero();
    }

    @Test
    void a_reproducer_is_replayed_in_its_mode() throws IOException {
        String[] lost = {EVENTS[0], EVENTS[1], EVENTS[2]};
        Ran ran = compare("", "completed", lost);
        String kept = ran.out()
                .lines()
                .filter(line -> line.startsWith("replay: "))
                .findFirst()
                .orElseThrow();
        Ran again = Ran.paritas("compare", "--reproduce", kept.substring(kept.lastIndexOf(' ') + 1));
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.out()).contains("mode role:").contains("role A of session 0: one trace ends");
    }

    @Test
    void a_mode_goes_with_runs_alone() throws IOException {
        assertThat(Ran.paritas("compare", "--mode", "role", "a", "b").exit()).isEqualTo(2);
        assertThat(Ran.paritas("compare", "--mode", "loose", protocol.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Ran.paritas("compare", "--mode", "role", "--case", "x").exit())
                .isEqualTo(2);
        for (String mode : new String[] {"exact", "order", "session", "role"}) {
            assertThat(Ran.paritas("compare", "--mode", mode, protocol.toString(), "--reproducers", folder.toString())
                            .exit())
                    .as("machine and model in mode " + mode)
                    .isZero();
        }
    }
}
