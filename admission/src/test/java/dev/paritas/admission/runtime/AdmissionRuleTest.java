package dev.paritas.admission.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.gate.RuntimeContracts.DeterminismArtifacts;
import dev.paritas.admission.gate.RuntimeContracts.RuntimeCapability;
import dev.paritas.admission.gate.SchedulerCapability;
import dev.paritas.admission.gate.TransportContract;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.OutputConditionPolicy;
import dev.paritas.machine.schedule.PriorityPolicy;
import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of admission: each row alone, in all combinations, and the smallest bundles taken (spec 31 §9). */
class AdmissionRuleTest {
    private static final String REJECTED = "bundle `cert/x` rejected: ";
    private static final String CAPABILITY = REJECTED + "missing required capability ";
    private static final String REQUEST =
            "bundle `cert/x` rejected reconfiguration request: missing required capability ";

    /** One damage and what is said of it; the damages do not undo each other. */
    private record Damage(String text, Consumer<Compositions> done) {}

    /** In the order of the table. Rows 6 and 8 cannot be told from the rows before them. */
    private static final List<Damage> DAMAGES = List.of(
            new Damage(REJECTED + "missing LinkOKFull compatibility evidence", parts -> parts.linked = false),
            new Damage(REJECTED + "missing ProtocolMachine runtime contracts for advanced mode", parts -> {
                parts.config.speculationEnabled(true);
                parts.contracted = false;
            }),
            new Damage(
                    CAPABILITY + "`determinism_profile::Full`",
                    parts -> parts.artifacts = new DeterminismArtifacts(false, true, true, true)),
            new Damage(
                    CAPABILITY + "`scheduler::Cooperative`",
                    parts -> parts.schedulers.remove(SchedulerCapability.COOPERATIVE)),
            new Damage(CAPABILITY + "`determinism::Full`", parts -> parts.determinism.remove(DeterminismMode.FULL)),
            new Damage(
                    CAPABILITY + "`execution_profile`",
                    parts -> parts.schedulers.remove(SchedulerCapability.PROGRESS_AWARE)),
            new Damage(CAPABILITY + "`execution_profile`", parts -> parts.gating = false),
            new Damage(
                    REJECTED + "transport `T` does not satisfy required contract `role_addressed_routing`",
                    parts -> parts.transports.add(TransportContract.unproven("T", "x"))),
            new Damage(
                    REQUEST + "`reconfiguration::placement_refinement`",
                    parts -> parts.capabilities.remove(RuntimeCapability.PLACEMENT_REFINEMENT)),
            new Damage(
                    REQUEST + "`reconfiguration::dynamic_membership`",
                    parts -> parts.capabilities.remove(RuntimeCapability.AUTOSCALE_REPARTITION)),
            new Damage(
                    REQUEST + "`reconfiguration::overlap_required`",
                    parts -> parts.capabilities.remove(RuntimeCapability.LIVE_MIGRATION)),
            new Damage(
                    REJECTED + "memory budget exceeded (incremental protocol overhead)",
                    parts -> parts.budget = new MemoryBudget(65_536, 262_144, 7)));

    @Test
    void of_any_damages_the_first_in_the_order_of_the_table_is_named() {
        for (int damages = 0; damages < 1 << DAMAGES.size(); damages++) {
            Compositions parts = Compositions.smallest();
            for (int i = 0; i < DAMAGES.size(); i++) {
                if ((damages & 1 << i) != 0) {
                    DAMAGES.get(i).done().accept(parts);
                }
            }
            assertThat(parts.verdict())
                    .as("damages %s", Integer.toBinaryString(damages))
                    .isEqualTo(
                            damages == 0
                                    ? "admitted"
                                    : DAMAGES.get(Integer.numberOfTrailingZeros(damages))
                                            .text());
        }
    }

    private static Stream<Arguments> smallest() {
        return Stream.of(
                Arguments.of(
                        "default", CAPABILITY + "`execution_profile`", (Supplier<Compositions>) Compositions::smallest),
                Arguments.of("output conditions disabled", "admitted", (Supplier<Compositions>)
                        Compositions::smallestUngated));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smallest")
    void the_smallest_packs_are_taken_and_lose_that_with_any_element(
            String name, String withoutGating, Supplier<Compositions> smallest) {
        assertThat(smallest.get().verdict()).as(name).isEqualTo("admitted");
        assertThat(without(smallest, parts -> parts.determinism.remove(DeterminismMode.FULL)))
                .isEqualTo(CAPABILITY + "`determinism::Full`");
        assertThat(without(smallest, parts -> parts.determinism.remove(DeterminismMode.REPLAY)))
                .isEqualTo(CAPABILITY + "`execution_profile`");
        assertThat(without(smallest, parts -> parts.schedulers.remove(SchedulerCapability.COOPERATIVE)))
                .isEqualTo(CAPABILITY + "`scheduler::Cooperative`");
        assertThat(without(smallest, parts -> parts.schedulers.remove(SchedulerCapability.PROGRESS_AWARE)))
                .isEqualTo(withoutGating);
        assertThat(without(smallest, parts -> parts.gating = false)).isEqualTo(withoutGating);
        assertThat(without(smallest, parts -> parts.contracted = false))
                .isEqualTo(REJECTED + "missing transport contracts for theorem-pack claims");
    }

    private static String without(Supplier<Compositions> smallest, Consumer<Compositions> element) {
        Compositions parts = smallest.get();
        element.accept(parts);
        return parts.verdict();
    }

    /** Any one mode beside {@code Full} will do. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FULL"})
    void the_other_mode_of_the_smallest_pack_may_be_any(DeterminismMode other) {
        for (Compositions parts : List.of(Compositions.smallest(), Compositions.smallestUngated())) {
            parts.determinism.remove(DeterminismMode.REPLAY);
            parts.determinism.add(other);
            assertThat(parts.verdict()).isEqualTo("admitted");
        }
    }

    @ParameterizedTest
    @EnumSource(DeterminismMode.class)
    void the_configured_mode_is_asked_of_the_contracts_and_then_of_the_pack(DeterminismMode mode) {
        Compositions parts = Compositions.smallest();
        parts.config.determinismMode(mode);
        parts.determinism.remove(mode);
        String tag = DeterminismMode.CODEC.word(mode);
        assertThat(parts.verdict()).isEqualTo(CAPABILITY + "`determinism::" + tag + "`");
        parts.artifacts = new DeterminismArtifacts(false, false, false, false);
        assertThat(parts.verdict()).isEqualTo(CAPABILITY + "`determinism_profile::" + tag + "`");
        parts.artifacts = DeterminismArtifacts.ALL;
        parts.mixed = false;
        assertThat(parts.verdict())
                .isEqualTo(
                        mode == DeterminismMode.FULL
                                ? CAPABILITY + "`determinism::Full`"
                                : CAPABILITY + "`determinism_profile::" + tag + "`");
        parts.contracted = false;
        assertThat(parts.verdict())
                .isEqualTo(
                        mode == DeterminismMode.FULL
                                ? CAPABILITY + "`determinism::Full`"
                                : CAPABILITY + "`determinism_profile::" + tag + "`");
    }

    private static Stream<SchedulingPolicy> schedulers() {
        return Stream.of(
                new SchedulingPolicy.Cooperative(),
                new SchedulingPolicy.RoundRobin(),
                new SchedulingPolicy.Priority(new PriorityPolicy.TokenWeighted()),
                new SchedulingPolicy.ProgressAware());
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void the_configured_scheduler_is_asked_of_the_pack(SchedulingPolicy policy) {
        Compositions parts = Compositions.smallest();
        parts.config.schedPolicy(policy);
        parts.schedulers.add(SchedulerCapability.PROGRESS_AWARE);
        parts.schedulers.add(SchedulerCapability.of(policy));
        assertThat(parts.verdict()).isEqualTo("admitted");
        parts.schedulers.remove(SchedulerCapability.of(policy));
        assertThat(parts.verdict())
                .isEqualTo(CAPABILITY + "`scheduler::" + policy.getClass().getSimpleName() + "`");
        parts.contracted = false;
        parts.schedulers.add(SchedulerCapability.of(policy));
        assertThat(parts.verdict())
                .isEqualTo(
                        policy instanceof SchedulingPolicy.Cooperative
                                ? REJECTED + "missing transport contracts for theorem-pack claims"
                                : REJECTED + "missing ProtocolMachine runtime contracts for advanced mode");
    }

    @Test
    void each_transport_must_promise_the_first_five_flags() {
        List<String> flags = List.of(
                "role_addressed_routing",
                "authenticated_peers",
                "per_peer_fifo_delivery",
                "fail_closed_unknown_role",
                "no_message_synthesis");
        for (int flag = 0; flag < 7; flag++) {
            TransportContract bad = new TransportContract(
                    "T", "x", flag != 0, flag != 1, flag != 2, flag != 3, flag != 4, flag != 5, flag != 6);
            for (List<TransportContract> order :
                    List.of(List.of(bad, TransportContract.IN_MEMORY), List.of(TransportContract.IN_MEMORY, bad))) {
                Compositions parts = Compositions.smallestUngated();
                parts.transports.clear();
                parts.transports.addAll(order);
                assertThat(parts.verdict())
                        .isEqualTo(
                                flag > 4
                                        ? "admitted"
                                        : REJECTED + "transport `T` does not satisfy required contract `"
                                                + flags.get(flag)
                                                + "`");
            }
        }
        Compositions parts = Compositions.smallest();
        parts.transports.clear();
        assertThat(parts.verdict()).isEqualTo(REJECTED + "missing transport contracts for theorem-pack claims");
    }

    /** What each policy needs, of all sixteen sets of capabilities. */
    @Test
    void a_policy_needs_placement_refinement_and_a_capability_for_each_thing_it_allows() {
        List<RuntimeCapability> all = List.of(RuntimeCapability.values());
        for (int bits = 0; bits < 16; bits++) {
            for (int allowed = 0; allowed < 5; allowed++) {
                Compositions parts = Compositions.smallest();
                for (int i = 0; i < all.size(); i++) {
                    if ((bits & 1 << i) == 0) {
                        parts.capabilities.remove(all.get(i));
                    }
                }
                boolean dynamic = (allowed & 1) != 0;
                boolean overlap = (allowed & 2) != 0;
                boolean none = allowed == 4;
                parts.policy = none ? Optional.empty() : Optional.of(new ReconfigurationPolicy(dynamic, overlap));
                String expected = "admitted";
                if (!none && !parts.capabilities.contains(RuntimeCapability.PLACEMENT_REFINEMENT)) {
                    expected = REQUEST + "`reconfiguration::placement_refinement`";
                } else if (dynamic && !parts.capabilities.contains(RuntimeCapability.AUTOSCALE_REPARTITION)) {
                    expected = REQUEST + "`reconfiguration::dynamic_membership`";
                } else if (overlap && !parts.capabilities.contains(RuntimeCapability.LIVE_MIGRATION)) {
                    expected = REQUEST + "`reconfiguration::overlap_required`";
                }
                assertThat(parts.verdict())
                        .as("%s %s", parts.capabilities, parts.policy)
                        .isEqualTo(expected);
            }
        }
    }

    /** Rows 6 and 8 say nothing that an earlier row does not say first. */
    @Test
    void the_two_hidden_rows_are_right_all_the_same() {
        Compositions ungated = Compositions.smallest();
        ungated.gating = false;
        assertThat(AdmissionRule.OUTPUT_CONDITION_GATING.objection(ungated.request()))
                .map(CompositionError::sentence)
                .contains(CAPABILITY + "`output_condition_gating`");
        assertThat(ungated.verdict()).isEqualTo(CAPABILITY + "`execution_profile`");
        ungated.config.outputConditionPolicy(new OutputConditionPolicy.Disabled());
        assertThat(AdmissionRule.OUTPUT_CONDITION_GATING.objection(ungated.request()))
                .isEmpty();
        Compositions bare = Compositions.smallest();
        bare.contracted = false;
        assertThat(AdmissionRule.RECONFIGURATION_CONTRACTS.objection(bare.request()))
                .map(CompositionError::sentence)
                .contains(REJECTED + "missing ProtocolMachine runtime contracts for advanced mode");
        assertThat(bare.verdict()).isEqualTo(REJECTED + "missing transport contracts for theorem-pack claims");
        bare.policy = Optional.empty();
        assertThat(AdmissionRule.RECONFIGURATION_CONTRACTS.objection(bare.request()))
                .isEmpty();
    }

    @Test
    void the_rules_stand_in_the_order_of_the_table() {
        assertThat(AdmissionRule.values())
                .containsExactly(
                        AdmissionRule.LINK_EVIDENCE,
                        AdmissionRule.RUNTIME_GATE,
                        AdmissionRule.SCHEDULER,
                        AdmissionRule.DETERMINISM,
                        AdmissionRule.EXECUTION_PROFILE,
                        AdmissionRule.OUTPUT_CONDITION_GATING,
                        AdmissionRule.TRANSPORTS,
                        AdmissionRule.RECONFIGURATION_CONTRACTS,
                        AdmissionRule.PLACEMENT_REFINEMENT,
                        AdmissionRule.DYNAMIC_MEMBERSHIP,
                        AdmissionRule.OVERLAP_REQUIRED,
                        AdmissionRule.INCREMENTAL_MEMORY);
    }
}
