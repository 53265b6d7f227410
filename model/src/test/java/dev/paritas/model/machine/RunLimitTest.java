package dev.paritas.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.trace.ObservedRun;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunLimit;
import dev.paritas.semanticobjects.run.RunLimitProblem;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.run.SimulationRun;
import dev.paritas.simulation.scenario.Scenario;
import dev.paritas.testsupport.Protocols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Small requests that ask for much. */
class RunLimitTest {
    private static final long NEVER = -1L;
    private static final List<String> ROLES = List.of("A", "B");

    /** Each recursion may go back to every outer one, so each unfolding doubles the substituted type. */
    private static GlobalType nested(int depth) {
        GlobalType type = GlobalType.END;
        for (int i = depth - 1; i >= 0; i--) {
            List<GlobalType.Branch> branches = new ArrayList<>(List.of(branch("in", type)));
            for (int outer = 0; outer <= i; outer++) {
                branches.add(branch("to" + outer, new GlobalType.Var("X" + outer)));
            }
            type = new GlobalType.Mu("X" + i, new GlobalType.Comm("A", "B", branches));
        }
        return type;
    }

    /** An endless exchange of one label of so many characters. */
    private static GlobalType loop(int characters) {
        return new GlobalType.Mu("X", GlobalType.comm("A", "B", "m".repeat(characters), new GlobalType.Var("X")));
    }

    private static GlobalType.Branch branch(String label, GlobalType next) {
        return new GlobalType.Branch(Label.of(label), next);
    }

    private static RunOutput dialect(GlobalType type, long maxSteps, RunDetail detail) {
        ModelMachine machine = new ModelMachine();
        machine.load(type, ROLES);
        return machine.run(1, maxSteps, detail);
    }

    private static RunOutput machine(GlobalType type, long maxSteps, RunDetail detail) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        machine.loadChoreography(CodeImage.of(type));
        return new ObservedRun(machine, detail).run(new PassThroughHandler(), maxSteps, 1);
    }

    private static void passes(RunLimit limit, ThrowingCallable run) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(run)
                .withMessageContaining("(limit " + limit.name().toLowerCase(Locale.ROOT) + ")")
                .withMessageContaining(Long.toString(limit.bytes()))
                .satisfies(
                        e -> assertThat(e.only(RunLimitProblem.class).limit()).isEqualTo(limit));
    }

    @Test
    void an_endless_run_without_a_limit_ends_at_the_size_of_its_records() {
        GlobalType loop = loop(1 << 14);
        passes(RunLimit.ANSWER_TEXT, () -> dialect(loop, NEVER, RunDetail.STEPS));
        passes(RunLimit.ANSWER_TEXT, () -> machine(loop, NEVER, RunDetail.STEPS));
    }

    @Test
    void long_names_count_as_often_as_they_are_told() {
        GlobalType loop =
                new GlobalType.Mu("X", GlobalType.comm("A", "B", "m".repeat(1 << 20), new GlobalType.Var("X")));
        passes(RunLimit.ANSWER_TEXT, () -> dialect(loop, 2000, RunDetail.TRACE));
        passes(RunLimit.ANSWER_TEXT, () -> machine(loop, 2000, RunDetail.TRACE));
        assertThat(dialect(Protocols.LOOP, 2000, RunDetail.TRACE).stepsExecuted())
                .isEqualTo(2000);
    }

    @Test
    void objects_whose_text_grows_with_the_square_are_refused_and_a_run_without_them_is_not() {
        passes(RunLimit.ANSWER_TEXT, () -> machine(Protocols.LOOP, 5_000, RunDetail.OBJECTS));
        assertThat(machine(Protocols.LOOP, 5_000, RunDetail.EFFECTS).stepsExecuted())
                .isEqualTo(5_000);
    }

    @Test
    void nested_recursion_costs_its_request_and_only_its_text_is_refused() {
        assertThat(dialect(nested(60), 2000, RunDetail.TRACE).status()).isEqualTo(RunOutput.COMPLETED);
        passes(RunLimit.TYPE_TEXT, () -> dialect(nested(60), 2000, RunDetail.STEPS));
        assertThat(dialect(nested(4), 2000, RunDetail.STEPS).status()).isEqualTo(RunOutput.COMPLETED);
    }

    @Test
    void a_choice_of_fifty_thousand_branches_is_compiled_in_one_go() {
        List<GlobalType.Branch> branches = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            branches.add(branch("m" + i, GlobalType.END));
        }
        GlobalType type = new GlobalType.Comm("A", "B", branches);
        assertThat(dialect(type, 10, RunDetail.TRACE).status()).isEqualTo(RunOutput.COMPLETED);
        List<ModelInstr> program = ModelImage.of(type, List.of("B")).program();
        ModelInstr.Choose choose = (ModelInstr.Choose) program.getFirst();
        assertThat(choose.table()).hasSize(50_000);
        assertThat(choose.table().getLast()).isEqualTo(new ModelInstr.Entry("m49999", 50_000));
    }

    @Test
    void many_roles_are_refused_before_each_is_projected() {
        GlobalType type = GlobalType.END;
        List<String> roles = new ArrayList<>(List.of("R0"));
        for (int i = 1; i <= 50_000; i++) {
            roles.add("R" + i);
            type = GlobalType.comm("R" + (i - 1), "R" + i, "m", type);
        }
        GlobalType chain = type;
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new ModelMachine().load(chain, roles))
                .withMessage("too many coroutines while loading choreographies: 1024");
    }

    @Test
    void a_session_of_many_roles_takes_room_for_its_edges_only() {
        TreeMap<String, LocalType> types = new TreeMap<>();
        for (int i = 0; i < 50_000; i++) {
            types.put("R" + i, LocalType.send("R" + (i + 1) % 50_000, "m", LocalType.END));
        }
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> machine.loadChoreography(CodeImage.fromLocalTypes(types, GlobalType.END)))
                .withMessageContaining("1024");
        assertThat(machine.coroutines()).hasSize(1024);
    }

    @Test
    void a_scenario_of_too_many_steps_is_refused_before_it_runs() {
        Map<String, List<FixedQ32>> states = Map.of("A", List.of(FixedQ32.ONE), "B", List.of(FixedQ32.ONE));
        for (long steps : new long[] {1_000_001, 1_000_000_000, Long.MAX_VALUE, -1L}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> SimulationRun.of(Scenario.of("long", ROLES, steps), Protocols.LOOP, states))
                    .withMessage(Long.toUnsignedString(steps)
                            + " steps would record more than 4000000 numbers (limit simulated_numbers)")
                    .satisfies(e -> assertThat(e.problem().code()).isEqualTo("TOO_LARGE"))
                    .satisfies(e -> assertThat(e.problem().place()).isEqualTo("steps"));
        }
        assertThat(SimulationRun.of(Scenario.of("short", ROLES, 1000), Protocols.LOOP, states)
                        .records())
                .hasSize(2000);
        // It ends long before its steps do.
        assertThat(SimulationRun.of(Scenario.of("ends", ROLES, 1_000_000_000), Protocols.PING_PONG, states)
                        .records())
                .hasSizeLessThan(50);
    }

    @Test
    void a_reference_simulation_is_refused_before_its_trace_is_made() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SimulationReference.of(Protocols.LOOP, 1_000_001))
                .withMessageContaining("(limit simulated_events)");
        GlobalType wide =
                new GlobalType.Mu("X", GlobalType.comm("A", "B", "m".repeat(1 << 20), new GlobalType.Var("X")));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SimulationReference.of(wide, 10_000))
                .withMessageContaining("(limit answer_text)");
        assertThat(SimulationReference.of(wide, 100).trace()).hasSizeGreaterThan(100);
    }
}
