package dev.paritas.bridge.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.Comparison;
import dev.paritas.bridge.Event;
import dev.paritas.bridge.Implementation;
import dev.paritas.bridge.InputException;
import dev.paritas.bridge.InputProblem;
import dev.paritas.bridge.Parity;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Path;
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
    void a_question_without_sides_or_with_a_negative_limit_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> Parity.of(GREETING).compare()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Parity.of(GREETING).steps(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_run_of_the_machine_is_a_log_that_the_protocol_allows_and_a_changed_one_is_not() {
        try (Implementation machine = Implementation.machine()) {
            List<Event> events = machine.run(GREETING, 100).events();
            assertThat(events).isNotEmpty();
            assertThat(GREETING.violation(events)).isEmpty();
        }
        Event opened = Event.opened(0, GREETING.roles());
        assertThat(GREETING.violation(List.of(opened, Event.sent(1, "Client", "Server", "Bye"))))
                .get()
                .extracting(InputProblem::code)
                .isEqualTo("trace.unknown_action");
    }
}
