package dev.paritas.admission.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.gate.AdmissionGate.AdmissionResult;
import dev.paritas.admission.gate.AdmissionGate.GateResult;
import dev.paritas.admission.gate.ExecutionProfile.TheoremEligibility;
import dev.paritas.admission.gate.RuntimeContracts.DeterminismArtifacts;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.OutputConditionPolicy;
import dev.paritas.machine.schedule.PriorityPolicy;
import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gates of spec 31 §7. */
class AdmissionGateTest {
    private static final Optional<RuntimeContracts> NONE = Optional.empty();
    private static final Optional<RuntimeContracts> FULL = Optional.of(RuntimeContracts.FULL);

    private static SchedulingPolicy scheduler(SchedulerCapability capability) {
        return switch (capability) {
            case COOPERATIVE -> new SchedulingPolicy.Cooperative();
            case ROUND_ROBIN -> new SchedulingPolicy.RoundRobin();
            case PRIORITY -> new SchedulingPolicy.Priority(new PriorityPolicy.Aging());
            case PROGRESS_AWARE -> new SchedulingPolicy.ProgressAware();
        };
    }

    private static MachineConfig config(SchedulerCapability scheduler, boolean speculation, DeterminismMode mode) {
        return MachineConfig.DEFAULT.toBuilder()
                .schedPolicy(scheduler(scheduler))
                .speculationEnabled(speculation)
                .determinismMode(mode)
                .build();
    }

    private static Optional<RuntimeContracts> contracts(DeterminismArtifacts artifacts, boolean mixed) {
        return Optional.of(new RuntimeContracts(
                artifacts,
                mixed,
                RuntimeContracts.FULL.capabilities(),
                ExecutionProfile.FULL,
                RuntimeContracts.FULL.transportContracts()));
    }

    private static Optional<RuntimeContracts> named(String contracts) {
        return switch (contracts) {
            case "none" -> NONE;
            case "full" -> FULL;
            case "unmixed" -> contracts(DeterminismArtifacts.ALL, false);
            case "no full" -> contracts(new DeterminismArtifacts(false, true, true, true), true);
            case "no effects" -> contracts(new DeterminismArtifacts(true, false, true, true), true);
            case "no commutativity" -> contracts(new DeterminismArtifacts(true, true, false, true), true);
            default -> contracts(new DeterminismArtifacts(true, true, true, false), true);
        };
    }

    /** The decision table; what it calls any is every value. */
    @ParameterizedTest
    @CsvSource({
        "COOPERATIVE, false, FULL, none, ADMITTED",
        "COOPERATIVE, false, REPLAY, none, REJECTED_UNSUPPORTED_DETERMINISM_PROFILE",
        "ROUND_ROBIN, any, any, none, REJECTED_MISSING_CONTRACTS",
        "any, true, any, none, REJECTED_MISSING_CONTRACTS",
        "any, any, REPLAY, unmixed, REJECTED_UNSUPPORTED_DETERMINISM_PROFILE",
        "any, any, FULL, no full, REJECTED_UNSUPPORTED_DETERMINISM_PROFILE",
        "any, any, REPLAY, full, ADMITTED"
    })
    void the_decision_table_holds(String sched, String speculation, String mode, String contracts, GateResult result) {
        for (SchedulerCapability scheduler : SchedulerCapability.values()) {
            for (boolean speculating : new boolean[] {false, true}) {
                for (DeterminismMode each : DeterminismMode.values()) {
                    if ((sched.equals("any") || sched.equals(scheduler.name()))
                            && (speculation.equals("any") || speculation.equals(String.valueOf(speculating)))
                            && (mode.equals("any") || mode.equals(each.name()))) {
                        assertThat(new AdmissionGate(config(scheduler, speculating, each), named(contracts)).enforce())
                                .as("%s %s %s", scheduler, speculating, each)
                                .isEqualTo(result);
                    }
                }
            }
        }
    }

    /** Four schedulers, speculation, four modes and seven contracts, each decided by the rule in words. */
    @Test
    void every_combination_is_decided_by_the_rule() {
        List<String> kinds =
                List.of("none", "full", "unmixed", "no full", "no effects", "no commutativity", "no replay");
        int decided = 0;
        for (SchedulerCapability scheduler : SchedulerCapability.values()) {
            for (boolean speculating : new boolean[] {false, true}) {
                boolean advanced = scheduler != SchedulerCapability.COOPERATIVE || speculating;
                for (DeterminismMode mode : DeterminismMode.values()) {
                    MachineConfig config = config(scheduler, speculating, mode);
                    assertThat(AdmissionGate.requiresContracts(config)).isEqualTo(advanced);
                    for (String kind : kinds) {
                        AdmissionGate gate = new AdmissionGate(config, named(kind));
                        assertThat(gate.admit())
                                .isEqualTo(
                                        advanced && kind.equals("none")
                                                ? AdmissionResult.REJECTED_MISSING_CONTRACTS
                                                : AdmissionResult.ADMITTED);
                        assertThat(gate.enforce())
                                .as("%s %s %s %s", scheduler, speculating, mode, kind)
                                .isEqualTo(expected(advanced, mode, kind));
                        decided++;
                    }
                }
            }
        }
        assertThat(decided).isEqualTo(4 * 2 * 4 * 7);
    }

    private static GateResult expected(boolean advanced, DeterminismMode mode, String kind) {
        boolean refused = switch (kind) {
            case "none", "unmixed" -> mode != DeterminismMode.FULL;
            case "full" -> false;
            case "no full" -> mode == DeterminismMode.FULL;
            case "no effects" -> mode == DeterminismMode.MODULO_EFFECTS;
            case "no commutativity" -> mode == DeterminismMode.MODULO_COMMUTATIVITY;
            default -> mode == DeterminismMode.REPLAY;
        };
        if (advanced && kind.equals("none")) {
            return GateResult.REJECTED_MISSING_CONTRACTS;
        }
        return refused ? GateResult.REJECTED_UNSUPPORTED_DETERMINISM_PROFILE : GateResult.ADMITTED;
    }

    @Test
    void a_profile_is_granted_with_a_proof_and_mixed_profiles_unless_it_is_full() {
        for (DeterminismMode mode : DeterminismMode.values()) {
            assertThat(AdmissionGate.requestProfile(RuntimeContracts.FULL, mode))
                    .contains(mode);
            assertThat(AdmissionGate.requestProfile(named("unmixed").orElseThrow(), mode)
                            .isPresent())
                    .isEqualTo(mode == DeterminismMode.FULL);
            DeterminismArtifacts none = new DeterminismArtifacts(false, false, false, false);
            assertThat(AdmissionGate.requestProfile(contracts(none, true).orElseThrow(), mode))
                    .isEmpty();
        }
    }

    private static final String ALWAYS = "{'fairness_assumptions':['schedule_confluence'%s],"
            + "'admissibility_classes':['local_envelope','sharded_envelope'%s],"
            + "'escalation_window_classes':['progress_contract'%s],"
            + "'theorem_pack_eligibility':[['protocol_machine_envelope_adherence',true],"
            + "['protocol_machine_envelope_admission',%s],['protocol_envelope_bridge',%s]]}";
    private static final String ADMISSION = ",'admission_complexity'";
    private static final String STARVATION = ",'starvation_freedom'";
    private static final String LIVENESS = ",'liveness_fairness'";

    private static String required(SchedulerCapability scheduler, OutputConditionPolicy policy, boolean contracts) {
        MachineConfig config = MachineConfig.DEFAULT.toBuilder()
                .schedPolicy(scheduler(scheduler))
                .outputConditionPolicy(policy)
                .build();
        ExecutionProfile profile = new AdmissionGate(config, contracts ? FULL : NONE).requiredProfile();
        return new String(JsonOutput.declaredBytes(ExecutionProfile.CODEC, profile), StandardCharsets.UTF_8)
                .replace('"', '\'');
    }

    private static Stream<OutputConditionPolicy> gatedPolicies() {
        return Stream.of(
                new OutputConditionPolicy.AllowAll(),
                new OutputConditionPolicy.DenyAll(),
                new OutputConditionPolicy.PredicateAllowList(List.of()));
    }

    @Test
    void without_output_conditions_the_scheduler_and_the_contracts_decide_what_is_required() {
        OutputConditionPolicy disabled = new OutputConditionPolicy.Disabled();
        assertThat(required(SchedulerCapability.COOPERATIVE, disabled, false))
                .isEqualTo(ALWAYS.formatted("", "", "", "false", "false"));
        assertThat(required(SchedulerCapability.COOPERATIVE, disabled, true))
                .isEqualTo(ALWAYS.formatted("", "", ADMISSION, "true", "false"));
        assertThat(required(SchedulerCapability.ROUND_ROBIN, disabled, true))
                .isEqualTo(ALWAYS.formatted(STARVATION, "", ADMISSION, "true", "false"));
        assertThat(required(SchedulerCapability.PRIORITY, disabled, true))
                .isEqualTo(ALWAYS.formatted(STARVATION, "", ADMISSION, "true", "false"));
        assertThat(required(SchedulerCapability.PROGRESS_AWARE, disabled, true))
                .isEqualTo(ALWAYS.formatted(STARVATION + LIVENESS, "", ADMISSION, "true", "false"));
    }

    @ParameterizedTest
    @MethodSource("gatedPolicies")
    void any_output_condition_requires_the_bridge_and_liveness(OutputConditionPolicy policy) {
        String bridge = ",'protocol_envelope_bridge'";
        assertThat(required(SchedulerCapability.COOPERATIVE, policy, false))
                .isEqualTo(ALWAYS.formatted(LIVENESS, bridge, ",'protocol_bridge'", "false", "true"));
        assertThat(required(SchedulerCapability.ROUND_ROBIN, policy, true))
                .isEqualTo(ALWAYS.formatted(
                        STARVATION + LIVENESS, bridge, ADMISSION + ",'protocol_bridge'", "true", "true"));
    }

    @Test
    void a_profile_is_supported_until_one_required_member_is_removed() {
        AdmissionGate gate =
                new AdmissionGate(config(SchedulerCapability.PROGRESS_AWARE, false, DeterminismMode.FULL), FULL);
        assertThat(gate.requiredProfile()).isEqualTo(ExecutionProfile.FULL);
        assertThat(gate.supports(ExecutionProfile.FULL)).isTrue();
        List<ExecutionProfile> reduced = reduced(ExecutionProfile.FULL);
        assertThat(reduced).hasSize(3 + 3 + 3 + 3 + 3);
        for (ExecutionProfile profile : reduced) {
            assertThat(gate.supports(profile)).as("%s", profile).isFalse();
        }
    }

    @Test
    void what_is_not_required_may_be_missing_and_more_may_be_there() {
        MachineConfig config = MachineConfig.DEFAULT.toBuilder()
                .outputConditionPolicy(new OutputConditionPolicy.Disabled())
                .build();
        AdmissionGate gate = new AdmissionGate(config, NONE);
        ExecutionProfile required = gate.requiredProfile();
        List<TheoremEligibility> adherence =
                List.of(new TheoremEligibility(TheoremEligibility.ENVELOPE_ADHERENCE, true));
        assertThat(gate.supports(new ExecutionProfile(
                        required.fairnessAssumptions(),
                        required.admissibilityClasses(),
                        required.escalationWindowClasses(),
                        adherence)))
                .isTrue();
        assertThat(gate.supports(ExecutionProfile.FULL)).isTrue();
    }

    /** {@return the profiles with one member or theorem less, or one theorem not relied on} */
    private static List<ExecutionProfile> reduced(ExecutionProfile whole) {
        List<ExecutionProfile> reduced = new ArrayList<>();
        whole.fairnessAssumptions()
                .forEach(one -> reduced.add(new ExecutionProfile(
                        without(whole.fairnessAssumptions(), one),
                        whole.admissibilityClasses(),
                        whole.escalationWindowClasses(),
                        whole.theoremPackEligibility())));
        whole.admissibilityClasses()
                .forEach(one -> reduced.add(new ExecutionProfile(
                        whole.fairnessAssumptions(),
                        without(whole.admissibilityClasses(), one),
                        whole.escalationWindowClasses(),
                        whole.theoremPackEligibility())));
        whole.escalationWindowClasses()
                .forEach(one -> reduced.add(new ExecutionProfile(
                        whole.fairnessAssumptions(),
                        whole.admissibilityClasses(),
                        without(whole.escalationWindowClasses(), one),
                        whole.theoremPackEligibility())));
        for (int i = 0; i < whole.theoremPackEligibility().size(); i++) {
            List<TheoremEligibility> less = new ArrayList<>(whole.theoremPackEligibility());
            String key = less.remove(i).key();
            reduced.add(theorems(whole, less));
            List<TheoremEligibility> refused = new ArrayList<>(whole.theoremPackEligibility());
            refused.set(i, new TheoremEligibility(key, false));
            reduced.add(theorems(whole, refused));
        }
        return reduced;
    }

    private static ExecutionProfile theorems(ExecutionProfile whole, List<TheoremEligibility> theorems) {
        return new ExecutionProfile(
                whole.fairnessAssumptions(), whole.admissibilityClasses(), whole.escalationWindowClasses(), theorems);
    }

    private static <E> Set<E> without(Set<E> all, E one) {
        Set<E> rest = new LinkedHashSet<>(all);
        rest.remove(one);
        return rest;
    }
}
