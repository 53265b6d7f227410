package dev.paritas.bridge.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.Comparison;
import dev.paritas.bridge.Conformance;
import dev.paritas.bridge.Event;
import dev.paritas.bridge.Implementation;
import dev.paritas.bridge.InputException;
import dev.paritas.bridge.InputProblem;
import dev.paritas.bridge.InputWarning;
import dev.paritas.bridge.Parity;
import dev.paritas.bridge.ProtocolMonitor;
import dev.paritas.bridge.Violation;
import dev.paritas.bridge.ViolationException;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacadeTest {
    private static final Choreography GREETING = Choreography.parse(
            "protocol Greeting =\n  roles Client, Server\n\n  Client -> Server : Hello\n  Server -> Client : Welcome\n");

    @TempDir
    Path folder;

    @Test
    void a_file_that_is_not_there_and_a_text_that_is_none_are_problems_with_a_place() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Choreography.read(folder.resolve("absent.tell")))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("IO"))
                .withMessageContaining("absent.tell");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Choreography.parse("protocol P =\n  roles A\n\n  A -> Q : m\n"))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("UNDEFINED_ROLE"))
                .withMessageContaining("line 4");
    }

    @Test
    void what_is_lost_of_a_source_is_a_warning_with_its_place() throws IOException {
        Path lost = Files.writeString(folder.resolve("lost.tell"), """
                protocol Lost =
                  roles Ann, Bob, Idle

                  loop repeat 2
                    Ann -> Bob : Tick
                  Bob -> Ann : Enough
                """);
        Choreography read = Choreography.read(lost);
        assertThat(read.problems()).isEmpty();
        assertThat(read.warnings())
                .extracting(InputWarning::code)
                .containsExactlyInAnyOrder("LOST_STATEMENT", "UNUSED_ROLE");
        assertThat(read.warnings())
                .filteredOn(warning -> warning.code().equals("LOST_STATEMENT"))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.place()).startsWith(lost.toString()).contains("line 6, column 3");
                    assertThat(warning.hint()).isNotEmpty();
                    assertThat(warning.toString())
                            .startsWith("LOST_STATEMENT at " + lost)
                            .doesNotContain("\n");
                });
        assertThat(read.paths(0)).allSatisfy(path -> assertThat(path.warnings()).isEqualTo(read.warnings()));
        assertThat(GREETING.warnings()).isEmpty();
        assertThat(Choreography.parse(read.json().substring(1, read.json().length() - 1))
                        .warnings())
                .as("a document has lost what its source had")
                .isEmpty();
    }

    @Test
    void a_type_that_is_not_well_formed_is_a_problem_and_a_sound_one_has_none() {
        assertThat(GREETING.problems()).isEmpty();
        assertThat(Choreography.parse("{\"kind\":\"comm\",\"sender\":\"A\",\"receiver\":\"A\",\"branches\":[{\"label\":"
                                + "{\"name\":\"m\",\"sort\":\"unit\"},\"continuation\":{\"kind\":\"end\"}}]}")
                        .problems())
                .extracting(InputProblem::code)
                .containsExactly("NOT_WELL_FORMED");
    }

    @Test
    void machine_and_model_agree_and_say_what_was_compared() {
        try (Implementation machine = Implementation.machine();
                Implementation model = Implementation.model()) {
            Comparison result = Parity.of(GREETING).between(machine, model).compare();
            assertThat(result.agrees()).isTrue();
            assertThat(result.explain()).startsWith("agree").contains("events");
            assertThat(result.json()).contains("\"verdict\":\"agree\"");
        }
    }

    @Test
    void a_handler_that_refuses_a_message_makes_the_sides_diverge() {
        EffectHandler refusing = new EffectHandler() {
            @Override
            public EffectResult<EffectResult.Done> handleRecv(
                    String role,
                    String partner,
                    String label,
                    RegisterFile state,
                    dev.paritas.semanticobjects.value.Value payload) {
                return EffectResult.blocked();
            }
        };
        try (Implementation blocked = Implementation.machine(refusing);
                Implementation model = Implementation.model()) {
            assertThat(blocked.run(GREETING, 100).isCompleted()).isFalse();
            Comparison result = Parity.of(GREETING).between(blocked, model).compare();
            assertThat(result.outcome()).isEqualTo(Comparison.Outcome.DIVERGE);
            assertThat(result.agrees()).isFalse();
        }
    }

    @Test
    void an_executable_that_gives_no_answer_is_broken_and_never_an_agreement() throws IOException {
        Path mute = Executables.script(folder.resolve("mute"), "exit 7");
        try (Implementation machine = Implementation.machine();
                Implementation mine = Implementation.executable(mute)) {
            Comparison result = Parity.of(GREETING).between(machine, mine).compare();
            assertThat(result.outcome()).isEqualTo(Comparison.Outcome.BROKEN);
            assertThat(result.explain()).contains("exit code 7");
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> mine.run(GREETING, 10))
                    .satisfies(e -> assertThat(e.problem().code()).isEqualTo("NO_ANSWER"))
                    .withMessageContaining("exit code 7");
        }
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Implementation.executable(folder.resolve("absent")))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("NO_EXECUTABLE"))
                .withMessageContaining("absent");
    }

    @Test
    void a_foreign_executable_is_compared_by_role_on_either_side() throws IOException {
        Path answer = Files.writeString(folder.resolve("answer.json"), """
                {"concurrency":1,"schema_version":"lean_bridge.v1","sessions":[],"status":"completed","steps_executed":4,"trace":[
                {"kind":"sent","label":"Hello","receiver":"Server","schema_version":"lean_bridge.v1","sender":"Client","session":0,"tick":7},
                {"kind":"received","label":"Hello","receiver":"Server","schema_version":"lean_bridge.v1","sender":"Client","session":0,"tick":8},
                {"kind":"sent","label":"Welcome","receiver":"Client","schema_version":"lean_bridge.v1","sender":"Server","session":0,"tick":9},
                {"kind":"received","label":"Welcome","receiver":"Client","schema_version":"lean_bridge.v1","sender":"Server","session":0,"tick":9}]}
                """);
        Path runner = folder.resolve("mine");
        Executables.script(runner, "cat >/dev/null; exec cat " + answer);
        try (Implementation machine = Implementation.machine();
                Implementation mine = Implementation.executable(runner)) {
            for (Parity asked : List.of(
                    Parity.of(GREETING).between(machine, mine),
                    Parity.of(GREETING).between(mine, machine))) {
                Comparison result = asked.compare();
                assertThat(result.agrees()).as(result.explain()).isTrue();
                assertThat(result.explain()).contains("mode role");
                assertThat(asked.mode(Parity.Mode.EXACT).compare().agrees()).isFalse();
            }
        }
    }

    @Test
    void a_question_without_sides_or_with_a_negative_limit_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> Parity.of(GREETING).compare()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Parity.of(GREETING).steps(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String logged(Event event) {
        boolean sent = event.kind().equals("sent");
        String sender = event.sender().orElseThrow();
        String receiver = event.receiver().orElseThrow();
        return "{\"role\":\"%s\",\"action\":\"%s\",\"peer\":\"%s\",\"label\":\"%s\"}"
                .formatted(
                        sent ? sender : receiver,
                        sent ? "send" : "receive",
                        sent ? receiver : sender,
                        event.label().orElseThrow());
    }

    @Test
    void a_run_of_the_machine_conforms_as_a_log_and_a_changed_one_does_not() throws IOException {
        List<String> lines;
        try (Implementation machine = Implementation.machine()) {
            lines = machine.run(GREETING, 100).events().stream()
                    .filter(event -> event.label().isPresent())
                    .map(FacadeTest::logged)
                    .toList();
        }
        assertThat(lines).hasSize(4);
        Path log = folder.resolve("log.jsonl");
        Files.write(log, lines);
        assertThat(GREETING.conform(log).outcome()).isEqualTo(Conformance.Outcome.COMPLETE);

        Files.write(log, lines.subList(0, 2));
        assertThat(GREETING.conform(log).outcome()).isEqualTo(Conformance.Outcome.SO_FAR);

        Files.write(log, List.of(lines.get(0), lines.get(2)));
        Conformance swapped = GREETING.conform(log);
        assertThat(swapped.outcome()).isEqualTo(Conformance.Outcome.VIOLATES);
        assertThat(swapped.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.line()).isEqualTo(2))
                .extracting(Violation::code)
                .isEqualTo("NOT_ALLOWED");
        assertThat(swapped.json()).contains("\"verdict\":\"violates\"");

        Files.writeString(log, "{\"role\":\"Client\"}");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> GREETING.conform(log))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("MISSING_MEMBER"))
                .withMessageContaining("log.jsonl:1");
    }

    @Test
    void a_monitor_observes_or_enforces() {
        List<Violation> seen = new ArrayList<>();
        ProtocolMonitor observing = ProtocolMonitor.observing(GREETING, seen::add);
        observing.sent("s", "Client", "Server", "Hello");
        observing.received("s", "Client", "Server", "Welcome");
        observing.received("s", "Client", "Server", "Welcome");
        assertThat(seen)
                .singleElement()
                .extracting(Violation::session, Violation::event, Violation::code)
                .containsExactly("s", 2L, "NOT_SENT");
        assertThat(observing.violated()).isEqualTo(1);

        ProtocolMonitor enforcing = ProtocolMonitor.enforcing(GREETING);
        enforcing.chose("t", "Client", "Server", "Hello");
        enforcing.received("t", "Server", "Client", "Hello");
        assertThat(enforcing.unfinished(5))
                .containsExactly("t: Client may receive 'Welcome' from Server; Server may send 'Welcome' to Client");
        assertThatExceptionOfType(ViolationException.class)
                .isThrownBy(() -> enforcing.ended("t", "Server"))
                .withMessageContaining("Server ends")
                .withMessageContaining("allowed: send 'Welcome' to Client");
        enforcing.sent("u", "Client", "Server", "Hello");
        assertThat(enforcing.open()).isEqualTo(1);
        assertThat(enforcing.complete()).isZero();
    }
}
