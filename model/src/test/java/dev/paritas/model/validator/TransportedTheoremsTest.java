package dev.paritas.model.validator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.gate.ExecutionProfile;
import dev.paritas.admission.gate.ExecutionProfile.TheoremEligibility;
import dev.paritas.admission.gate.SchedulerCapability;
import dev.paritas.admission.gate.TheoremPackCapabilities;
import dev.paritas.admission.gate.TransportedTheorems;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.membership.TheoremBoundary;
import dev.paritas.semanticobjects.membership.TheoremBoundary.UsageClass;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The runtime's ledger of theorems, and its agreement with a profile (spec 31 §8). */
class TransportedTheoremsTest {
    private static ExecutionProfile profile(TheoremEligibility... theorems) {
        return new ExecutionProfile(Set.of(), Set.of(), Set.of(), List.of(theorems));
    }

    private static TheoremEligibility on(String key) {
        return new TheoremEligibility(key, true);
    }

    private static TheoremEligibility off(String key) {
        return new TheoremEligibility(key, false);
    }

    private static TheoremBoundary row(
            String key, UsageClass usage, boolean runtime, boolean model, @Nullable String boundary) {
        return new TheoremBoundary(key, usage, runtime, model, boundary);
    }

    private static TheoremBoundary critical(String key) {
        return row(key, UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE, true, true, null);
    }

    private static String first(List<TheoremBoundary> rows, ExecutionProfile profile) {
        return TransportedTheorems.inconsistency(rows, profile)
                .map(TransportedTheorems.Inconsistency::text)
                .orElse("-");
    }

    @Test
    void there_are_thirty_four_rows_in_the_published_order() {
        List<String> rows = new ArrayList<>();
        for (String key : ("termination output_condition_soundness flp_lower_bound flp_impossibility"
                        + " cap_impossibility quorum_geometry_safety partial_synchrony_liveness responsiveness"
                        + " nakamoto_security reconfiguration_safety atomic_broadcast_ordering accountable_safety"
                        + " failure_detector_boundaries data_availability_retrievability"
                        + " coordination_characterization crdt_envelope_and_equivalence consensus_envelope"
                        + " failure_envelope effect_interface_bridge")
                .split(" ", -1)) {
            rows.add(json(key, "black_box_premise_only", "false", "false", "null"));
        }
        rows.add(json(
                "byzantine_safety_characterization",
                "runtime_critical_instantiated_premise",
                "false",
                "true",
                "'Lean theorem-pack gate only. Rust runtime admission does not currently consume this key.'"));
        for (String key : List.of(
                "protocol_machine_envelope_adherence",
                "protocol_machine_envelope_admission",
                "protocol_envelope_bridge")) {
            rows.add(json(key, "runtime_critical_instantiated_premise", "true", "true", "null"));
        }
        for (String key : ("foster maxweight ldp mean_field heavy_traffic mixing fluid concentration littles_law"
                        + " functional_clt spectral_gap_termination")
                .split(" ", -1)) {
            rows.add(json("classical_" + key, "documentation_background_only", "false", "false", "null"));
        }
        assertThat(rows).hasSize(34);
        assertThat(new String(
                                JsonOutput.declaredBytes(Codec.listOf(TheoremBoundary.CODEC), TransportedTheorems.ROWS),
                                StandardCharsets.UTF_8)
                        .replace('"', '\''))
                .isEqualTo("[" + String.join(",", rows) + "]");
    }

    private static String json(String key, String usage, String runtime, String model, String boundary) {
        return "{'key':'" + key + "','usage_class':'" + usage + "','consumed_by_rust_runtime_admission':" + runtime
                + ",'consumed_by_lean_runtime_gate':" + model + ",'assumption_boundary':" + boundary + "}";
    }

    /** Spec 32 §6.3: three keys more on the validator's side, and one text with another sign. */
    @Test
    void the_two_ledgers_agree_by_key_but_for_the_published_differences() {
        List<String> own =
                TransportedTheorems.ROWS.stream().map(TheoremBoundary::key).toList();
        assertThat(TheoremLedger.ROWS)
                .extracting(TheoremBoundary::key)
                .containsAll(own)
                .filteredOn(key -> !own.contains(key))
                .containsExactly("calm_characterization", "crdt_monotonicity", "triangle_of_forgetting_impossibility");
        for (TheoremBoundary row : TransportedTheorems.ROWS) {
            String boundary = row.assumptionBoundary();
            TheoremBoundary theirs = row(
                    row.key(),
                    row.usageClass(),
                    row.consumedByRuntime(),
                    row.consumedByModel(),
                    boundary == null ? null : boundary.replace("only. Rust", "only; Rust"));
            assertThat(TheoremLedger.ROWS).contains(theirs);
        }
    }

    @Test
    void the_published_rows_agree_with_the_full_profile() {
        assertThat(first(TransportedTheorems.ROWS, ExecutionProfile.FULL)).isEqualTo("-");
        TheoremPackCapabilities ungated = new TheoremPackCapabilities(
                Set.of(DeterminismMode.FULL), Set.of(SchedulerCapability.COOPERATIVE), false);
        assertThat(first(TransportedTheorems.ROWS, ungated.executionProfile()))
                .isEqualTo("RuntimeProfileDisablesRustAdmissionKey(protocol_envelope_bridge)");
    }

    @Test
    void a_consumed_row_must_be_critical() {
        for (UsageClass usage : UsageClass.values()) {
            assertThat(first(List.of(row("k", usage, true, true, "why")), profile(on("k"))))
                    .isEqualTo(
                            usage == UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE
                                    ? "-"
                                    : "RustAdmissionKeyNotRuntimeCritical(k)");
        }
        assertThat(first(List.of(row("k", UsageClass.BLACK_BOX_PREMISE_ONLY, true, true, null)), profile()))
                .isEqualTo("RustAdmissionKeyNotRuntimeCritical(k)");
    }

    @Test
    void a_critical_row_of_the_model_alone_must_say_why() {
        for (UsageClass usage : UsageClass.values()) {
            boolean critical = usage == UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE;
            assertThat(first(List.of(row("k", usage, false, true, null)), profile()))
                    .isEqualTo(critical ? "LeanOnlyRuntimeCriticalMissingAssumptionBoundary(k)" : "-");
            assertThat(first(List.of(row("k", usage, false, true, "why")), profile()))
                    .isEqualTo("-");
            assertThat(first(List.of(row("k", usage, false, false, null)), profile()))
                    .isEqualTo("-");
        }
    }

    @Test
    void a_consumed_theorem_must_be_named_and_relied_on() {
        assertThat(first(List.of(critical("k")), profile(off("other"))))
                .isEqualTo("RuntimeProfileMissingRustAdmissionKey(k)");
        assertThat(first(List.of(critical("k")), profile(off("k"))))
                .isEqualTo("RuntimeProfileDisablesRustAdmissionKey(k)");
        assertThat(first(List.of(critical("k")), profile(on("k")))).isEqualTo("-");
    }

    @Test
    void a_theorem_that_only_the_profile_knows_may_not_be_relied_on() {
        assertThat(first(List.of(critical("k")), profile(on("z"), on("k"), on("b"), off("a"))))
                .isEqualTo("RuntimeProfileEnablesUnknownRustAdmissionKey(b)");
        assertThat(first(List.of(row("k", UsageClass.BLACK_BOX_PREMISE_ONLY, false, false, null)), profile(on("k"))))
                .isEqualTo("RuntimeProfileEnablesUnknownRustAdmissionKey(k)");
        assertThat(first(List.of(), profile(on("\ud83d\ude00"), on("\uffff"))))
                .isEqualTo("RuntimeProfileEnablesUnknownRustAdmissionKey(\uffff)");
        assertThat(first(List.of(), profile(off("a")))).isEqualTo("-");
    }

    @Test
    void the_first_row_decides_and_rows_come_before_unknown_theorems() {
        TheoremBoundary uncritical = row("u", UsageClass.BLACK_BOX_PREMISE_ONLY, true, false, null);
        TheoremBoundary unexplained = row("m", UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE, false, true, null);
        ExecutionProfile unknown = profile(on("a"));
        assertThat(first(List.of(critical("k"), unexplained, uncritical), unknown))
                .isEqualTo("RuntimeProfileMissingRustAdmissionKey(k)");
        assertThat(first(List.of(unexplained, critical("k"), uncritical), unknown))
                .isEqualTo("LeanOnlyRuntimeCriticalMissingAssumptionBoundary(m)");
        assertThat(first(List.of(uncritical, unexplained), unknown)).isEqualTo("RustAdmissionKeyNotRuntimeCritical(u)");
        assertThat(first(List.of(), unknown)).isEqualTo("RuntimeProfileEnablesUnknownRustAdmissionKey(a)");
    }
}
