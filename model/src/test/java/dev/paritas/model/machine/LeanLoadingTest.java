package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What dialect L refuses to load, with its texts (spec 22 §3, §4.2). */
class LeanLoadingTest {
    private static void refuses(ModelInputCode code, String message, GlobalType type, String... roles) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new ModelMachine().load(type, List.of(roles)))
                .withMessage(message)
                .satisfies(
                        e -> assertThat(e.only(ModelInputProblem.class).kind()).isEqualTo(code));
    }

    @Test
    void a_role_that_is_listed_twice_is_refused() {
        refuses(
                ModelInputCode.BAD_IMAGE,
                "bad choreography image: duplicate entry-point role",
                Protocols.PING_PONG,
                "A",
                "B",
                "A");
    }

    @Test
    void a_third_role_that_would_need_a_merge_is_refused() {
        GlobalType type = new GlobalType.Comm(
                "A",
                "B",
                List.of(
                        new GlobalType.Branch(Label.of("l"), GlobalType.comm("B", "C", "x", GlobalType.END)),
                        new GlobalType.Branch(Label.of("r"), GlobalType.comm("B", "C", "y", GlobalType.END))));
        refuses(
                ModelInputCode.BAD_IMAGE,
                "bad choreography image: projection mismatch for role C",
                type,
                "C",
                "B",
                "A");
        assertThat(Runs.run(50, type, "A", "B").sessions()).hasSize(1);
    }

    @Test
    void a_third_role_whose_label_differs_by_sort_alone_is_refused() {
        GlobalType type = new GlobalType.Comm(
                "A",
                "B",
                List.of(
                        new GlobalType.Branch(Label.of("l"), GlobalType.comm("B", "C", "x", GlobalType.END)),
                        new GlobalType.Branch(
                                Label.of("r"),
                                new GlobalType.Comm(
                                        "B",
                                        "C",
                                        List.of(new GlobalType.Branch(
                                                new Label("x", PayloadSort.NAT), GlobalType.END))))));
        refuses(
                ModelInputCode.BAD_IMAGE,
                "bad choreography image: projection mismatch for role C",
                type,
                "A",
                "B",
                "C");
    }

    @Test
    void a_third_role_with_equal_branches_is_accepted() {
        GlobalType then = GlobalType.comm("B", "C", "x", GlobalType.END);
        GlobalType type = new GlobalType.Comm(
                "A",
                "B",
                List.of(new GlobalType.Branch(Label.of("l"), then), new GlobalType.Branch(Label.of("r"), then)));
        assertThat(Runs.run(100, type, "A", "B", "C").status()).isEqualTo("completed");
    }

    @Test
    void a_bystander_of_a_loop_projects_to_its_end() {
        GlobalType type = new GlobalType.Mu("X", GlobalType.comm("A", "B", "m", new GlobalType.Var("X")));
        assertThat(Runs.events(Runs.run(3, type, "A", "B", "C"))).contains("3 h:2");
    }

    @Test
    void unbound_variables_are_not_refused() {
        GlobalType type = GlobalType.comm("A", "B", "m", new GlobalType.Var("Z"));
        assertThat(Runs.run(50, type, "A", "B").status()).isEqualTo("completed");
    }

    @Test
    void the_257th_session_is_refused() {
        ModelMachine machine = new ModelMachine();
        for (int i = 0; i < 256; i++) {
            machine.load(GlobalType.END, List.of("A"));
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> machine.load(GlobalType.END, List.of("A")))
                .withMessage("too many sessions while loading choreographies: 256")
                .satisfies(e ->
                        assertThat(e.only(ModelInputProblem.class).kind()).isEqualTo(ModelInputCode.TOO_MANY_SESSIONS));
    }

    @Test
    void the_1025th_coroutine_is_refused() {
        List<String> roles = IntStream.range(0, 1024).mapToObj(i -> "R" + i).toList();
        ModelMachine machine = new ModelMachine();
        machine.load(GlobalType.END, roles);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> machine.load(GlobalType.END, List.of("R")))
                .withMessage("too many coroutines while loading choreographies: 1024")
                .satisfies(e -> assertThat(e.only(ModelInputProblem.class).kind())
                        .isEqualTo(ModelInputCode.TOO_MANY_COROUTINES));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new ModelMachine()
                        .load(
                                GlobalType.END,
                                IntStream.range(0, 1025).mapToObj(i -> "R" + i).toList()))
                .withMessage("too many coroutines while loading choreographies: 1024");
    }

    @Test
    void roles_are_ordered_by_code_point() {
        assertThat(Runs.openings(Runs.run(5, GlobalType.END, "\uD83D\uDE00", "\uFF5E", "a")))
                .containsExactly("0 0 a,\uFF5E,\uD83D\uDE00");
    }

    @Test
    void ten_thousand_messages_load_and_run() {
        GlobalType type = GlobalType.END;
        for (int i = 0; i < 10_000; i++) {
            type = GlobalType.comm("A", "B", "m", type);
        }
        ModelMachine machine = new ModelMachine();
        machine.load(type, List.of("A", "B"));
        assertThat(machine.run(1, 60_000, RunDetail.TRACE).status()).isEqualTo(RunOutput.COMPLETED);
    }
}
