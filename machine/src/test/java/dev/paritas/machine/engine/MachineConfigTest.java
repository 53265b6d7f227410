package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.machine.engine.MachineConfig.HostContractAssertions;
import dev.paritas.machine.engine.MachineConfig.MonitorMode;
import dev.paritas.machine.engine.MachineConfig.ObservabilityRetention;
import dev.paritas.machine.schedule.PriorityPolicy;
import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The configuration and its JSON (spec 20 §15-16). */
class MachineConfigTest {
    private static final String REQUIRED = """
            {"sched_policy":{"Priority":"Aging"},
             "buffer_config":{"mode":"LatestValue","initial_capacity":2,"policy":{"Resize":{"max_capacity":8}}},
             "max_sessions":1,"max_coroutines":2,"num_registers":3,"tick_duration":{"secs":0,"nanos":5},
             "guard_layers":[{"id":"g","active":true}],"speculation_enabled":true,
             "determinism_mode":"ModuloCommutativity","output_condition_policy":{"PredicateAllowList":["p"]}%s}
            """;

    private static MachineConfig read(String rest) {
        return JsonInput.read(REQUIRED.formatted(rest), ReadPolicy.PEER, MachineConfig.CODEC);
    }

    @Test
    void missing_optional_members_take_their_defaults() {
        MachineConfig config = read("");
        assertThat(config.initialCostBudget()).isEqualTo(-1L);
        assertThat(config.maxPayloadBytes()).isEqualTo(65536);
        assertThat(config.monitorMode()).isEqualTo(MonitorMode.SESSION_TYPE_PRECHECK);
        assertThat(config.observabilityRetention()).isEqualTo(ObservabilityRetention.DEFAULT);
        assertThat(config.schedPolicy()).isEqualTo(new SchedulingPolicy.Priority(new PriorityPolicy.Aging()));
        assertThat(config.error()).isEmpty();
    }

    @Test
    void the_host_contract_may_be_a_boolean() {
        assertThat(read(",\"host_contract_assertions\":true").hostContractAssertions())
                .isEqualTo(HostContractAssertions.ENFORCED);
        assertThat(read(",\"host_contract_assertions\":false").hostContractAssertions())
                .isEqualTo(HostContractAssertions.RELAXED_TEST_ONLY);
        assertThat(read(",\"host_contract_assertions\":\"relaxed_test_only\"").hostContractAssertions())
                .isEqualTo(HostContractAssertions.RELAXED_TEST_ONLY);
    }

    @Test
    void later_schema_versions_are_accepted() {
        assertThat(read(",\"config_schema_version\":2").error()).isEmpty();
    }

    @Test
    void what_is_written_is_read_back() {
        MachineConfig config = MachineConfig.strictVerified().toBuilder()
                .schedPolicy(new SchedulingPolicy.Priority(new PriorityPolicy.FixedMap(Map.of(10L, 1L, 2L, -1L))))
                .flowPolicy(new FlowPolicy.PredicateExpr(new FlowPredicate.All(List.of(
                        new FlowPredicate.EndpointRoleMatchesTarget(),
                        new FlowPredicate.Any(List.of(new FlowPredicate.FactContains("x")))))))
                .build();
        String text = JsonOutput.compactText(MachineConfig.CODEC, config);
        assertThat(text)
                .contains("\"initial_cost_budget\":18446744073709551615")
                .contains("{\"Priority\":{\"FixedMap\":{\"10\":1,\"2\":18446744073709551615}}}")
                .contains(
                        "{\"PredicateExpr\":{\"All\":[\"EndpointRoleMatchesTarget\",{\"Any\":[{\"FactContains\":\"x\"}]}]}}");
        assertThat(JsonInput.read(text, ReadPolicy.STRICT, MachineConfig.CODEC)).isEqualTo(config);
    }

    @Test
    void a_closure_has_no_json() {
        MachineConfig config = MachineConfig.DEFAULT.toBuilder()
                .flowPolicy(new FlowPolicy.Predicate((fact, role) -> true))
                .build();
        assertThatThrownBy(() -> JsonOutput.compactText(MachineConfig.CODEC, config))
                .hasMessageContaining("runtime closure predicate is not serializable");
    }

    @Test
    void role_sets_are_written_sorted() {
        assertThat(JsonOutput.compactText(FlowPolicy.CODEC, new FlowPolicy.AllowRoles(Set.of("C", "A", "B"))))
                .isEqualTo("{\"AllowRoles\":[\"A\",\"B\",\"C\"]}");
    }

    @Test
    void the_first_broken_rule_is_the_one_reported() {
        MachineConfigBuilder broken = MachineConfig.DEFAULT.toBuilder()
                .configSchemaVersion(0)
                .maxSessions(0)
                .maxCoroutines(0)
                .numRegisters(0)
                .instructionCost(0)
                .maxPayloadBytes(0)
                .observabilityRetention(ObservabilityRetention.capped(0))
                .hostContractAssertions(HostContractAssertions.RELAXED_TEST_ONLY);
        refuses(broken, "config_schema_version must be >= 1");
        refuses(broken.configSchemaVersion(1), "max_sessions must be > 0");
        refuses(broken.maxSessions(1), "max_coroutines must be > 0");
        refuses(broken.maxCoroutines(1), "num_registers must be > 0");
        refuses(broken.numRegisters(1), "instruction_cost must be > 0");
        refuses(broken.instructionCost(1), "max_payload_bytes must be > 0");
        refuses(broken.maxPayloadBytes(1), "observability_retention.capacity must be > 0 in capped mode");
        refuses(
                broken.observabilityRetention(ObservabilityRetention.DEFAULT),
                "host_contract_assertions=relaxed_test_only is not valid with DeterminismMode::Full");
    }

    private static void refuses(MachineConfigBuilder builder, String reason) {
        assertThatThrownBy(() -> new ProtocolMachine(builder.build()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("invalid ProtocolMachine config: " + reason);
    }
}
