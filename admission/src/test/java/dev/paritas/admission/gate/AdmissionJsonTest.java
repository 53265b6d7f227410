package dev.paritas.admission.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.admission.gate.AdmissionGate.AdmissionResult;
import dev.paritas.admission.gate.AdmissionGate.GateResult;
import dev.paritas.admission.gate.ExecutionProfile.AdmissibilityClass;
import dev.paritas.admission.gate.ExecutionProfile.EscalationWindowClass;
import dev.paritas.admission.gate.ExecutionProfile.FairnessPremise;
import dev.paritas.admission.gate.RuntimeContracts.CapabilityAdmission;
import dev.paritas.admission.gate.RuntimeContracts.DeterminismArtifacts;
import dev.paritas.admission.gate.RuntimeContracts.RuntimeCapability;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.membership.TheoremBoundary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of contracts, profiles, transports and ledger rows (spec 31 §7-8). */
class AdmissionJsonTest {
    private static final String ARTIFACTS =
            "{'full':true,'modulo_effect_trace':true,'modulo_commutativity':true,'replay':true}";
    private static final String PROFILE = "{'fairness_assumptions':"
            + "['schedule_confluence','starvation_freedom','liveness_fairness'],'admissibility_classes':"
            + "['local_envelope','sharded_envelope','protocol_envelope_bridge'],'escalation_window_classes':"
            + "['progress_contract','admission_complexity','protocol_bridge'],'theorem_pack_eligibility':"
            + "[['protocol_machine_envelope_adherence',true],['protocol_machine_envelope_admission',true],"
            + "['protocol_envelope_bridge',true]]}";
    private static final String IN_MEMORY = "{'transport_name':'InMemoryChannelTransport','transport_type':'InMemory',"
            + "'role_addressed_routing':true,'authenticated_peers':true,'per_peer_fifo_delivery':true,"
            + "'fail_closed_unknown_role':true,'no_message_synthesis':true,'explicit_readiness_errors':false,"
            + "'deterministic_for_regression':true}";
    private static final String FULL = "{'determinism_artifacts':" + ARTIFACTS
            + ",'can_use_mixed_determinism_profiles':true,'capabilities':"
            + "['live_migration','autoscale_repartition','placement_refinement','relaxed_reordering'],"
            + "'execution_profile':" + PROFILE + ",'transport_contracts':[" + IN_MEMORY + "]}";

    private static <T> String declared(Codec<T> codec, T value) {
        return new String(JsonOutput.declaredBytes(codec, value), StandardCharsets.UTF_8).replace('"', '\'');
    }

    private static <T> T read(Codec<T> codec, String text) {
        return JsonInput.read(text.replace('\'', '"'), ReadPolicy.STRICT, codec);
    }

    private static JsonErrorCode refusal(Codec<?> codec, String text) {
        JsonException e = catchThrowableOfType(JsonException.class, () -> read(codec, text));
        assertThat(e).as(text).isNotNull();
        return e.code();
    }

    @Test
    void full_contracts_are_everything_over_the_transport_inside_one_process() {
        assertThat(declared(RuntimeContracts.CODEC, RuntimeContracts.FULL)).isEqualTo(FULL);
        assertThat(read(RuntimeContracts.CODEC, FULL)).isEqualTo(RuntimeContracts.FULL);
    }

    @Test
    void a_new_transport_promises_nothing() {
        assertThat(declared(TransportContract.CODEC, TransportContract.unproven("T", "Tcp")))
                .isEqualTo(IN_MEMORY
                        .replace("InMemoryChannelTransport", "T")
                        .replace("InMemory", "Tcp")
                        .replace("true", "false"));
    }

    /** Each flag alone is written under its own name, in the order of the table. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void each_flag_of_a_transport_has_its_own_name(int flag) {
        List<String> names = List.of(
                "role_addressed_routing",
                "authenticated_peers",
                "per_peer_fifo_delivery",
                "fail_closed_unknown_role",
                "no_message_synthesis",
                "explicit_readiness_errors",
                "deterministic_for_regression");
        TransportContract one = new TransportContract(
                "T", "x", flag == 0, flag == 1, flag == 2, flag == 3, flag == 4, flag == 5, flag == 6);
        String text = declared(TransportContract.CODEC, one);
        assertThat(text)
                .isEqualTo(declared(TransportContract.CODEC, TransportContract.unproven("T", "x"))
                        .replace("'" + names.get(flag) + "':false", "'" + names.get(flag) + "':true"));
        assertThat(read(TransportContract.CODEC, text)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void each_proof_of_determinism_has_its_own_name(int flag) {
        List<String> names = List.of("full", "modulo_effect_trace", "modulo_commutativity", "replay");
        DeterminismArtifacts one = new DeterminismArtifacts(flag != 0, flag != 1, flag != 2, flag != 3);
        String text = declared(DeterminismArtifacts.CODEC, one);
        assertThat(text)
                .isEqualTo(ARTIFACTS.replace("'" + names.get(flag) + "':true", "'" + names.get(flag) + "':false"));
        assertThat(read(DeterminismArtifacts.CODEC, text)).isEqualTo(one);
        assertThat(declared(DeterminismArtifacts.CODEC, DeterminismArtifacts.ALL))
                .isEqualTo(ARTIFACTS);
    }

    private static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(
                        RuntimeCapability.CODEC,
                        RuntimeCapability.values(),
                        "live_migration autoscale_repartition placement_refinement relaxed_reordering"),
                Arguments.of(
                        FairnessPremise.CODEC,
                        FairnessPremise.values(),
                        "schedule_confluence starvation_freedom liveness_fairness"),
                Arguments.of(
                        AdmissibilityClass.CODEC,
                        AdmissibilityClass.values(),
                        "local_envelope sharded_envelope protocol_envelope_bridge"),
                Arguments.of(
                        EscalationWindowClass.CODEC,
                        EscalationWindowClass.values(),
                        "progress_contract admission_complexity protocol_bridge"),
                Arguments.of(AdmissionResult.CODEC, AdmissionResult.values(), "Admitted RejectedMissingContracts"),
                Arguments.of(
                        GateResult.CODEC,
                        GateResult.values(),
                        "Admitted RejectedMissingContracts RejectedUnsupportedDeterminismProfile"),
                Arguments.of(
                        TheoremBoundary.UsageClass.CODEC,
                        TheoremBoundary.UsageClass.values(),
                        "black_box_premise_only runtime_critical_instantiated_premise"
                                + " documentation_background_only"));
    }

    @ParameterizedTest
    @MethodSource("words")
    <E extends Enum<E>> void words_and_their_order_are_the_published_ones(
            WordCodec<E> codec, E[] constants, String words) {
        assertThat(Arrays.stream(constants).map(codec::word)).containsExactly(words.split(" ", -1));
        assertThat(refusal(codec, "'" + words.split(" ", -1)[0] + "x'")).isEqualTo(JsonErrorCode.UNKNOWN_TAG);
    }

    @Test
    void a_set_is_written_in_the_order_of_its_words_and_read_in_any() {
        Codec<Set<RuntimeCapability>> codec = RuntimeCapability.CODEC.set();
        List<RuntimeCapability> all = List.of(RuntimeCapability.values());
        for (int bits = 0; bits < 16; bits++) {
            EnumSet<RuntimeCapability> some = EnumSet.noneOf(RuntimeCapability.class);
            for (int i = 0; i < all.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    some.add(all.get(i));
                }
            }
            String sorted = some.stream()
                    .map(capability -> "'" + RuntimeCapability.CODEC.word(capability) + "'")
                    .reduce((left, right) -> left + "," + right)
                    .orElse("");
            assertThat(declared(codec, some)).isEqualTo("[" + sorted + "]");
            assertThat(declared(
                            RuntimeContracts.CODEC,
                            new RuntimeContracts(
                                    DeterminismArtifacts.ALL, true, some, ExecutionProfile.FULL, List.of())))
                    .contains("'capabilities':[" + sorted + "],");
        }
        assertThat(declared(
                        codec,
                        new LinkedHashSet<>(List.of(
                                RuntimeCapability.RELAXED_REORDERING,
                                RuntimeCapability.PLACEMENT_REFINEMENT,
                                RuntimeCapability.LIVE_MIGRATION))))
                .isEqualTo("['live_migration','placement_refinement','relaxed_reordering']");
        assertThat(read(codec, "['relaxed_reordering','live_migration','relaxed_reordering']"))
                .containsExactly(RuntimeCapability.LIVE_MIGRATION, RuntimeCapability.RELAXED_REORDERING);
        assertThat(refusal(codec, "['live_migration','flying']")).isEqualTo(JsonErrorCode.UNKNOWN_TAG);
        assertThat(refusal(codec, "null")).isEqualTo(JsonErrorCode.WRONG_TYPE);
    }

    @Test
    void the_sets_of_a_profile_are_sorted_and_its_theorems_are_not() {
        ExecutionProfile profile = read(
                ExecutionProfile.CODEC,
                "{'theorem_pack_eligibility':[['z',false],['a',true]],"
                        + "'escalation_window_classes':['protocol_bridge','progress_contract'],"
                        + "'admissibility_classes':['sharded_envelope','local_envelope'],"
                        + "'fairness_assumptions':['liveness_fairness','schedule_confluence']}");
        assertThat(declared(ExecutionProfile.CODEC, profile))
                .isEqualTo("{'fairness_assumptions':['schedule_confluence','liveness_fairness'],"
                        + "'admissibility_classes':['local_envelope','sharded_envelope'],"
                        + "'escalation_window_classes':['progress_contract','protocol_bridge'],"
                        + "'theorem_pack_eligibility':[['z',false],['a',true]]}");
        assertThat(refusal(ExecutionProfile.CODEC, PROFILE.replace("['protocol_envelope_bridge',true]", "['x']")))
                .isEqualTo(JsonErrorCode.WRONG_TYPE);
        assertThat(refusal(ExecutionProfile.CODEC, PROFILE.replace("['protocol_envelope_bridge',true]", "['x',1]")))
                .isEqualTo(JsonErrorCode.WRONG_TYPE);
    }

    @Test
    void contracts_are_read_only_whole() {
        for (String member : List.of(
                "determinism_artifacts",
                "can_use_mixed_determinism_profiles",
                "capabilities",
                "execution_profile",
                "transport_contracts",
                "fairness_assumptions",
                "admissibility_classes",
                "escalation_window_classes",
                "theorem_pack_eligibility",
                "replay",
                "transport_name")) {
            String other = FULL.replace("'" + member + "':", "'other':");
            JsonException e = catchThrowableOfType(
                    JsonException.class,
                    () -> JsonInput.read(other.replace('\'', '"'), ReadPolicy.PEER, RuntimeContracts.CODEC));
            assertThat(e).as(member).isNotNull();
            assertThat(e.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
            assertThat(e).hasMessageContaining("missing field `" + member + "`");
        }
    }

    /** Spec 32 §10: the order stays when three capabilities are removed. */
    @Test
    void a_snapshot_names_all_four_capabilities_in_order() {
        assertThat(snapshot(Set.of(RuntimeCapability.RELAXED_REORDERING)))
                .isEqualTo("[['live_migration',false],['autoscale_repartition',false],"
                        + "['placement_refinement',false],['relaxed_reordering',true]]");
        assertThat(snapshot(Set.of(RuntimeCapability.AUTOSCALE_REPARTITION)))
                .isEqualTo("[['live_migration',false],['autoscale_repartition',true],"
                        + "['placement_refinement',false],['relaxed_reordering',false]]");
        assertThat(snapshot(Set.of()))
                .isEqualTo("[['live_migration',false],['autoscale_repartition',false],"
                        + "['placement_refinement',false],['relaxed_reordering',false]]");
        assertThat(snapshot(RuntimeContracts.FULL.capabilities())).doesNotContain("false");
    }

    private static String snapshot(Set<RuntimeCapability> capabilities) {
        RuntimeContracts contracts =
                new RuntimeContracts(DeterminismArtifacts.ALL, true, capabilities, ExecutionProfile.FULL, List.of());
        String text = declared(Codec.listOf(CapabilityAdmission.CODEC), contracts.capabilitySnapshot());
        assertThat(read(Codec.listOf(CapabilityAdmission.CODEC), text)).isEqualTo(contracts.capabilitySnapshot());
        return text;
    }

    @Test
    void the_runtime_writes_an_absent_boundary_as_null_and_the_validator_leaves_it_out() {
        TheoremBoundary row =
                TheoremBoundary.unconsumed("termination", TheoremBoundary.UsageClass.BLACK_BOX_PREMISE_ONLY);
        String start = "{'key':'termination','usage_class':'black_box_premise_only',"
                + "'consumed_by_rust_runtime_admission':false,'consumed_by_lean_runtime_gate':false";
        assertThat(declared(TheoremBoundary.CODEC, row)).isEqualTo(start + ",'assumption_boundary':null}");
        assertThat(declared(TheoremBoundary.VALIDATOR_CODEC, row)).isEqualTo(start + "}");
        TheoremBoundary bounded = new TheoremBoundary(
                "k", TheoremBoundary.UsageClass.RUNTIME_CRITICAL_INSTANTIATED_PREMISE, false, true, "why");
        String text = "{'key':'k','usage_class':'runtime_critical_instantiated_premise',"
                + "'consumed_by_rust_runtime_admission':false,'consumed_by_lean_runtime_gate':true,"
                + "'assumption_boundary':'why'}";
        assertThat(declared(TheoremBoundary.CODEC, bounded)).isEqualTo(text);
        assertThat(declared(TheoremBoundary.VALIDATOR_CODEC, bounded)).isEqualTo(text);
        for (Codec<TheoremBoundary> codec : List.of(TheoremBoundary.CODEC, TheoremBoundary.VALIDATOR_CODEC)) {
            assertThat(read(codec, text)).isEqualTo(bounded);
            assertThat(read(codec, start + "}")).isEqualTo(row);
            assertThat(read(codec, start + ",'assumption_boundary':null}")).isEqualTo(row);
        }
    }
}
