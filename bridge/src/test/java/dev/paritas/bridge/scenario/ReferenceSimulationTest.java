package dev.paritas.bridge.scenario;

import static dev.paritas.testsupport.Json.singleQuoted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.implementation.PeerIssue;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.implementation.SimulationValidation;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation operations (spec 52 §5, 22 §12.2-12.3). */
class ReferenceSimulationTest {
    private static final SimulationFixture PING_PONG = SimulationFixture.PUBLISHED.getFirst();

    static Stream<SimulationFixture> fixtures() {
        return SimulationFixture.PUBLISHED.stream();
    }

    private static SimRunOutput simulated(GlobalType protocol, long steps) {
        return ReferenceSimulation.of(SimulationFixture.request(protocol, steps));
    }

    private static SimRunOutput simulated(SimulationFixture fixture) {
        return ReferenceSimulation.of(SimulationFixture.request(fixture));
    }

    private static JsonValue artifact(SimRunOutput output, String name) {
        return ((JsonValue.Obj) output.artifacts()).members().getOrDefault(name, JsonValue.NULL);
    }

    private static SimulationValidation verdict(GlobalType protocol, List<TraceEvent> trace) {
        return ReferenceSimulation.validate(SimulationParity.payload(SimulationFixture.request(protocol, 1), trace));
    }

    @Test
    void ping_pong_over_sixteen_steps_is_the_published_trace() {
        SimRunOutput output = simulated(PING_PONG);
        assertThat(output.trace()).hasSize(21);
        assertThat(output.trace().subList(0, 6))
                .containsExactly(
                        TraceEvent.opened(0, 0, "A,B"),
                        TraceEvent.sent(1, 0, "A", "B", "ping"),
                        TraceEvent.received(2, 0, "A", "B", "ping"),
                        TraceEvent.sent(3, 0, "B", "A", "pong"),
                        TraceEvent.received(4, 0, "B", "A", "pong"),
                        TraceEvent.sent(5, 0, "A", "B", "ping"));
        assertThat(artifact(output, "observable_count")).isEqualTo(JsonValue.Num.of(20));
        assertThat(artifact(output, "trace_length")).isEqualTo(JsonValue.Num.of(21));
        assertThat(simulated(SimulationFixture.PUBLISHED.getLast()).trace()).hasSize(37);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void the_published_fixtures_run_as_they_are_simulated(SimulationFixture fixture) {
        assertThat(SimulationParity.differences(fixture, simulated(fixture))).isEmpty();
    }

    @Test
    void each_planted_change_of_a_simulation_is_told() {
        SimRunOutput clean = simulated(PING_PONG);
        List<TraceEvent> swapped = new ArrayList<>(clean.trace());
        swapped.set(3, TraceEvent.sent(3, 0, "B", "A", "ping"));
        assertThat(planted(swapped, clean.artifacts())).contains("opening", "event 3", "simulation");
        List<TraceEvent> cut = clean.trace().subList(0, 5);
        assertThat(planted(cut, clean.artifacts())).containsExactly("event 5");
        assertThat(planted(List.of(), clean.artifacts())).containsExactly("events");
        for (String name : ((JsonValue.Obj) clean.artifacts()).members().keySet()) {
            Map<String, JsonValue> members = new java.util.TreeMap<>(((JsonValue.Obj) clean.artifacts()).members());
            members.put(name, JsonValue.NULL);
            List<String> told = planted(clean.trace(), new JsonValue.Obj(members));
            boolean compared = !name.equals("observable_count") && !name.equals("trace_length");
            assertThat(told).isEqualTo(compared ? List.of("artifacts." + name) : List.of());
        }
        SimRunOutput violating = new SimRunOutput(clean.trace(), List.of(JsonValue.TRUE), clean.artifacts(), List.of());
        assertThat(SimulationParity.differences(PING_PONG, violating))
                .extracting(SimulationParity.Difference::what)
                .containsExactly("violations");
    }

    private static List<String> planted(List<TraceEvent> trace, JsonValue artifacts) {
        return SimulationParity.differences(PING_PONG, SimRunOutput.of(trace, artifacts)).stream()
                .map(SimulationParity.Difference::what)
                .toList();
    }

    @Test
    void roles_come_by_first_occurrence_and_the_validator_compares_sets() {
        GlobalType protocol = GlobalType.comm("Z", "A", "m", GlobalType.comm("B", "Z", "n", GlobalType.END));
        SimRunOutput output = simulated(protocol, 4);
        assertThat(output.trace().getFirst().role()).isEqualTo("Z,A,B");
        assertThat(artifact(output, "roles")).isEqualTo(singleQuoted("['Z','A','B']"));
        assertThat(verdict(protocol, List.of(TraceEvent.opened(0, 0, "A,B,Z"))).valid())
                .isTrue();
        assertThat(verdict(protocol, List.of(TraceEvent.opened(0, 0, "A,B"))).errors())
                .containsExactly(new PeerIssue(
                        "trace.role_mismatch",
                        Optional.of("trace[0].roles"),
                        "session 0 roles do not match choreography"));
    }

    @Test
    void every_branch_lists_its_actions_and_a_type_without_any_only_opens() {
        GlobalType choice = new GlobalType.Comm(
                "A",
                "B",
                List.of(
                        new GlobalType.Branch(Label.of("yes"), GlobalType.comm("B", "A", "ok", GlobalType.END)),
                        new GlobalType.Branch(Label.of("no"), GlobalType.END)));
        assertThat(artifact(simulated(choice, 2), "actions"))
                .isEqualTo(singleQuoted("[{'sender':'A','receiver':'B','label':'yes'},{'sender':'B','receiver':'A',"
                        + "'label':'ok'},{'sender':'A','receiver':'B','label':'no'}]"));
        SimRunOutput silent = simulated(new GlobalType.Delegate("A", "B", 0, "C", GlobalType.END), 3);
        assertThat(silent.trace()).hasSize(1);
        assertThat(artifact(silent, "trace_length")).isEqualTo(JsonValue.Num.of(3));
        assertThat(simulated(GlobalType.END, 7).trace()).hasSize(1);
    }

    @Test
    void an_odd_count_leaves_a_send_open() {
        // Three roles with two active steps, two steps: three events.
        GlobalType chain = GlobalType.comm(
                "A", "B", "ab", GlobalType.comm("B", "C", "bc", GlobalType.comm("C", "A", "ca", GlobalType.END)));
        SimRunOutput odd = simulated(chain, 2);
        assertThat(odd.trace()).hasSize(4);
        assertThat(verdict(chain, odd.trace()))
                .isEqualTo(new SimulationValidation(
                        false,
                        List.of(new PeerIssue(
                                "trace.unmatched_send",
                                Optional.of("trace"),
                                "trace ended with unmatched send events")),
                        JsonValue.NULL));
        assertThat(verdict(chain, simulated(chain, 3).trace()).valid()).isTrue();
    }

    @Test
    void a_changed_label_is_an_unknown_action_and_only_the_first_defect_is_told() {
        SimRunOutput output = simulated(PING_PONG);
        List<TraceEvent> twice = new ArrayList<>(SimulationParity.tampered(output.trace()));
        twice.set(3, TraceEvent.sent(3, 9, "B", "A", "pong"));
        for (List<TraceEvent> trace : List.of(SimulationParity.tampered(output.trace()), twice)) {
            assertThat(verdict(PING_PONG.protocol(), trace).errors())
                    .containsExactly(new PeerIssue(
                            "trace.unknown_action",
                            Optional.of("trace[1].label"),
                            "A->B label 'tampered_label' is not permitted by the choreography"));
        }
    }

    @Test
    void sends_after_a_close_and_a_second_close_are_accepted() {
        assertThat(verdict(
                                PING_PONG.protocol(),
                                List.of(
                                        TraceEvent.opened(0, 0, "A,B"),
                                        TraceEvent.closed(1, 0),
                                        TraceEvent.closed(1, 0),
                                        TraceEvent.sent(2, 0, "A", "B", "ping"),
                                        TraceEvent.received(3, 0, "A", "B", "ping"),
                                        TraceEvent.halted(4, "0")))
                        .valid())
                .isTrue();
    }

    @Test
    void what_cannot_be_read_is_an_error_of_the_answer() {
        SimRunOutput output = ReferenceSimulation.of(singleQuoted("{'scenario':{'steps':3}}"));
        assertThat(output.trace()).isEmpty();
        assertThat(output.artifacts()).isEqualTo(singleQuoted("{}"));
        assertThat(output.errors())
                .containsExactly(new PeerIssue(
                        "simulation.invalid_payload", Optional.of("payload"), "property not found: global_type"));
        assertThat(ReferenceSimulation.validate(singleQuoted("{}")).errors())
                .extracting(PeerIssue::code, PeerIssue::path)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("simulation.invalid_payload", Optional.of("payload")));
    }

    @Test
    void the_request_of_a_fixture_has_everything_the_reference_sends() {
        JsonValue.Obj request = (JsonValue.Obj) SimulationFixture.request(PING_PONG);
        assertThat(request.members().keySet())
                .containsExactly("global_type", "initial_states", "local_types", "scenario", "schema_version");
        JsonValue.Obj scenario =
                (JsonValue.Obj) request.members().getOrDefault("scenario", new JsonValue.Obj(Map.of()));
        assertThat(scenario.members()).containsEntry("seed", JsonValue.Num.of(7));
        assertThat(scenario.members().get("field"))
                .isEqualTo(singleQuoted("{'layer':'mean_field','params':{'beta':4294967296,'initial_state':[2147483648,"
                        + "2147483648],'species':['up','down'],'step_size':42949673}}"));
    }
}
