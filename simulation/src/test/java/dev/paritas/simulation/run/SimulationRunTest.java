package dev.paritas.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.ContinuumField;
import dev.paritas.simulation.field.FieldHandler;
import dev.paritas.simulation.field.Hamiltonian;
import dev.paritas.simulation.field.MeanField;
import dev.paritas.simulation.scenario.ExecutionSpec;
import dev.paritas.simulation.scenario.Scenario;
import dev.paritas.simulation.scenario.ScenarioProblem;
import dev.paritas.simulation.scenario.ScenarioProblem.Kind;
import dev.paritas.simulation.scenario.ScenarioValidation;
import dev.paritas.simulation.scenario.SimulatorHost;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Spec 52 §4.5, and full runs of the three families (§3.3). */
class SimulationRunTest {
    private static final List<String> ROLES = List.of("A", "B");
    private static final FixedQ32 ONE = FixedQ32.ONE;

    private static MeanField ising() {
        return new MeanField(
                FixedQ32.ratio(1, 2),
                List.of("up", "down"),
                List.of(FixedQ32.ratio(6, 10), FixedQ32.ratio(4, 10)),
                FixedQ32.ratio(1, 100));
    }

    private static Scenario scenario(long steps) {
        return Scenario.of("run", ROLES, steps).withField(ising());
    }

    private static SimulationRun run(Scenario scenario) {
        return SimulationRun.of(scenario, Protocols.PING_PONG_LOOP, Map.of());
    }

    @Test
    void the_start_is_recorded_and_then_each_round_that_goes_on() {
        for (long steps : new long[] {0, 1}) {
            assertThat(run(scenario(steps)).records())
                    .containsExactly(
                            new StepRecord(0, "A", ising().initialState()),
                            new StepRecord(0, "B", ising().initialState()));
        }
        assertThat(run(scenario(2)).records()).extracting(StepRecord::step).containsExactly(0L, 0L, 1L, 1L);
        assertThat(run(scenario(16)).records()).hasSize(32);
    }

    @Test
    void a_run_that_is_stuck_at_once_records_only_its_start() {
        GlobalType end = GlobalType.comm("A", "B", "once", GlobalType.END);
        Scenario long_ = scenario(100);
        SimulationRun run = SimulationRun.of(long_, end, Map.of());
        // A: send, step, halt; B: receive, step, halt. The last round ends the run and is not recorded.
        assertThat(run.records().getLast().step()).isLessThan(8);
        assertThat(run.end()).isEqualTo(new RunEnd.Completed());
        assertThat(SimulationRun.of(scenario(3), end, Map.of()).end()).isEqualTo(new RunEnd.StepLimit());
    }

    @Test
    void records_follow_the_coroutines_which_follow_the_role_names() {
        GlobalType reversed = Protocols.loop(GlobalType.comm("Z", "A", "m", new GlobalType.Var("X")));
        Scenario scenario = Scenario.of("order", List.of("Z", "A"), 1).withField(ising());
        assertThat(SimulationRun.of(scenario, reversed, Map.of()).records())
                .extracting(StepRecord::role)
                .containsExactly("A", "Z");
    }

    @Test
    void a_mean_field_run_steps_at_every_invocation() {
        SimulationRun run = run(scenario(40));
        assertThat(run.fault()).isEmpty();
        List<List<FixedQ32>> states = run.records().stream()
                .filter(record -> record.role().equals("A"))
                .map(StepRecord::state)
                .distinct()
                .limit(4)
                .toList();
        assertThat(states)
                .containsExactly(
                        List.of(FixedQ32.ratio(6, 10), FixedQ32.ratio(4, 10)),
                        List.of(new FixedQ32(2_572_672_726L), new FixedQ32(1_722_294_569L)),
                        List.of(new FixedQ32(2_568_408_528L), new FixedQ32(1_726_558_767L)),
                        List.of(new FixedQ32(2_564_187_338L), new FixedQ32(1_730_779_957L)));
    }

    @Test
    void two_bodies_pull_each_other_through_a_whole_run() {
        FixedQ32 zero = FixedQ32.ZERO;
        Hamiltonian field =
                new Hamiltonian(ONE, ONE, 1, List.of(ONE, ONE.negated()), List.of(zero, zero), FixedQ32.ratio(1, 100));
        GlobalType exchange = Protocols.loop(GlobalType.comm(
                "A",
                "B",
                "position",
                GlobalType.comm(
                        "B",
                        "A",
                        "position",
                        GlobalType.comm(
                                "A", "B", "force", GlobalType.comm("B", "A", "force", new GlobalType.Var("X"))))));
        SimulationRun run = SimulationRun.of(Scenario.of("bodies", ROLES, 60).withField(field), exchange, Map.of());
        assertThat(run.fault()).isEmpty();
        List<FixedQ32> moved = run.records().stream()
                .filter(record -> record.role().equals("A"))
                .map(StepRecord::state)
                .filter(state -> !state.equals(List.of(ONE, zero)))
                .findFirst()
                .orElseThrow();
        assertThat(moved).containsExactly(new FixedQ32(4_294_537_799L), new FixedQ32(-85_897_197L));
    }

    @Test
    void a_continuum_diffuses_with_our_decision_and_faults_with_the_reference_one() {
        ContinuumField field = new ContinuumField(ONE, 1, List.of(ONE, FixedQ32.ZERO), FixedQ32.ratio(1, 10));
        Scenario scenario = Scenario.of("diffusion", ROLES, 40).withField(field);
        SimulationRun ours = run(scenario);
        assertThat(ours.fault()).isEmpty();
        assertThat(ours.records().getLast().state()).isNotEqualTo(List.of(FixedQ32.ZERO));
        SimulationRun reference = SimulationRun.of(
                scenario, Protocols.PING_PONG_LOOP, Map.of(), FieldHandler.of(field, FieldHandler.SendPayload.OFFERED));
        assertThat(reference.fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("unsupported payload: Unit"));
    }

    @Test
    void given_states_come_before_those_of_the_field_and_must_be_complete() {
        Map<String, List<FixedQ32>> given = Map.of("A", List.of(ONE, ONE), "B", List.of(ONE, ONE));
        assertThat(SimulationRun.of(scenario(1), Protocols.PING_PONG_LOOP, given)
                        .records()
                        .getFirst()
                        .state())
                .containsExactly(ONE, ONE);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SimulationRun.of(scenario(1), Protocols.PING_PONG_LOOP, Map.of("A", List.of(ONE))))
                .withMessage("missing initial state for role 'B'")
                .satisfies(e -> assertThat(e.only(ScenarioProblem.class).kind()).isEqualTo(Kind.INITIAL_STATES));
    }

    @Test
    void what_is_invalid_or_not_simulated_is_refused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> run(Scenario.of("", ROLES, 1)))
                .satisfies(e -> assertThat(e.only(ScenarioProblem.class).kind()).isEqualTo(Kind.NAME));
        Scenario lossy = JsonInput.read(
                "{\"name\":\"n\",\"roles\":[\"A\",\"B\"],\"steps\":1,\"network\":{}}", ReadPolicy.PEER, Scenario.CODEC);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> run(lossy))
                .satisfies(e -> assertThat(e.only(ScenarioProblem.class).kind()).isEqualTo(Kind.UNSUPPORTED));
        GlobalType self = GlobalType.comm("A", "A", "m", GlobalType.END);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SimulationRun.of(scenario(1), self, Map.of()))
                .satisfies(e -> assertThat(e.only(ScenarioProblem.class).kind()).isEqualTo(Kind.LOAD));
        Scenario tooFew = scenario(1).withField(new MeanField(ONE, List.of(), List.of(), ONE));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> run(tooFew))
                .withMessage("mean_field field layer requires at least one state component");
    }

    @Test
    void a_mass_of_zero_is_a_fault_of_the_run() {
        Hamiltonian weightless = new Hamiltonian(ONE, FixedQ32.ZERO, 1, List.of(ONE, ONE), List.of(ONE, ONE), ONE);
        GlobalType positions = Protocols.loop(GlobalType.comm("A", "B", "position", new GlobalType.Var("X")));
        SimulationRun run = SimulationRun.of(Scenario.of("w", ROLES, 60).withField(weightless), positions, Map.of());
        assertThat(run.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("mass is zero"));
    }

    @Test
    void a_canonical_replay_keeps_the_policy_and_nothing_else_of_the_execution() {
        Scenario scenario = JsonInput.read(
                "{\"name\":\"n\",\"roles\":[\"A\",\"B\"],\"steps\":9,\"checkpoint_interval\":3,\"seed\":7,"
                        + "\"execution\":{\"backend\":\"threaded\",\"scheduler_policy\":\"round_robin\","
                        + "\"scheduler_concurrency\":4}}",
                ReadPolicy.PEER,
                Scenario.CODEC);
        Scenario replay = scenario.canonicalReplay();
        assertThat(replay.execution())
                .isEqualTo(new ExecutionSpec(
                        ExecutionSpec.Backend.CANONICAL, ExecutionSpec.SchedulerPolicy.ROUND_ROBIN, 1L, 1L));
        assertThat(replay.checkpointInterval()).isNull();
        assertThat(replay.seed()).isEqualTo(7);
        ScenarioValidation.check(replay, SimulatorHost.SINGLE_THREAD);
    }

    @Test
    void records_are_written_as_bits() {
        assertThat(JsonOutput.compactText(StepRecord.CODEC, new StepRecord(3, "A", List.of(FixedQ32.HALF))))
                .isEqualTo("{\"role\":\"A\",\"state\":[2147483648],\"step\":3}");
    }
}
