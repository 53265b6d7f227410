package dev.paritas.bridge.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.admission.claim.DistributedClaims;
import dev.paritas.admission.claim.EnabledConfig;
import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.gate.RuntimeContracts;
import dev.paritas.admission.gate.RuntimeContracts.CapabilityAdmission;
import dev.paritas.admission.gate.RuntimeContracts.RuntimeCapability;
import dev.paritas.admission.gate.SchedulerCapability;
import dev.paritas.admission.gate.TheoremPackCapabilities;
import dev.paritas.admission.runtime.ComposedRuntime;
import dev.paritas.admission.runtime.CompositionCertificate;
import dev.paritas.admission.runtime.CompositionError;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.RunStatus;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.membership.PlanExecution;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPhase;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an exported claim to an admitted bundle, and its changes before the validator (spec 32 §10, admission contracts). */
class AdmissionContractsTest {
    private static final ReconfigurationPolicy BOTH = new ReconfigurationPolicy(true, true);

    private static ProtocolBundle exported(DistributedClaims.Builder claims) {
        ProtocolBundle bundle =
                ProtocolBundles.exportProtocolBundle(Ping.GLOBAL, Ping.LOCALS, InvariantClaims.of(claims.build()));
        return JsonInput.read(
                JsonOutput.compactBytes(ProtocolBundle.CODEC, bundle), ReadPolicy.PEER, ProtocolBundle.CODEC);
    }

    private static CompositionCertificate certificate(Set<RuntimeCapability> capabilities) {
        RuntimeContracts full = RuntimeContracts.FULL;
        return new CompositionCertificate(
                "cert/bridge",
                true,
                new TheoremPackCapabilities(
                        EnumSet.allOf(DeterminismMode.class), EnumSet.allOf(SchedulerCapability.class), true),
                Optional.of(new RuntimeContracts(
                        full.determinismArtifacts(),
                        full.canUseMixedDeterminismProfiles(),
                        capabilities,
                        full.executionProfile(),
                        full.transportContracts())));
    }

    private static ComposedRuntime admitted(DistributedClaims.Builder claims, Set<RuntimeCapability> capabilities) {
        ComposedRuntime runtime = new ComposedRuntime(MachineConfig.DEFAULT);
        runtime.admit(ProtocolBundles.toMachineBundle(exported(claims), certificate(capabilities)));
        return runtime;
    }

    private static ComposedRuntime admitted() {
        return admitted(DistributedClaims.builder().reconfiguration(BOTH), EnumSet.allOf(RuntimeCapability.class));
    }

    private static CompositionError refused(DistributedClaims.Builder claims, Set<RuntimeCapability> capabilities) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> admitted(claims, capabilities));
        assertThat(e).isNotNull();
        return e.only(CompositionError.class);
    }

    private static <T> JsonValue tree(Codec<T> codec, T value) {
        return codec.toTree(value);
    }

    private static Map<String, JsonValue> judged(TransitionRequest request) {
        JsonValue answer =
                ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION.answer(tree(TransitionRequest.CODEC, request));
        return ((JsonValue.Obj) answer).members();
    }

    private static JsonValue event(Map<String, JsonValue> answer) {
        JsonValue artifacts = answer.getOrDefault("artifacts", JsonValue.NULL);
        return ((JsonValue.Obj) artifacts).members().getOrDefault("event", JsonValue.NULL);
    }

    @Test
    void an_exported_claim_becomes_a_policy_and_is_admitted() {
        ComposedRuntime runtime = admitted();
        assertThat(runtime.bundles().getFirst().reconfiguration()).contains(BOTH);
        assertThat(runtime.loadSession(0)).isEqualTo(0);
        assertThat(runtime.run(new PassThroughHandler(), 100)).isEqualTo(RunStatus.ALL_DONE);
    }

    @Test
    void a_claim_without_live_migration_is_refused() {
        Set<RuntimeCapability> rest = EnumSet.complementOf(EnumSet.of(RuntimeCapability.LIVE_MIGRATION));
        CompositionError error = refused(DistributedClaims.builder().reconfiguration(BOTH), rest);
        assertThat(error.sentence())
                .isEqualTo("bundle `cert/bridge` rejected reconfiguration request: missing required capability"
                        + " `reconfiguration::overlap_required`");
        assertThat(admitted(DistributedClaims.builder().reconfiguration(new ReconfigurationPolicy(true, false)), rest)
                        .bundles())
                .hasSize(1);
    }

    @Test
    void the_snapshot_keeps_its_order_when_three_capabilities_are_removed() {
        Set<RuntimeCapability> left = EnumSet.of(RuntimeCapability.RELAXED_REORDERING);
        CompositionCertificate certificate = certificate(left);
        assertThat(certificate.runtimeContracts().orElseThrow().capabilitySnapshot())
                .containsExactly(
                        new CapabilityAdmission(RuntimeCapability.LIVE_MIGRATION, false),
                        new CapabilityAdmission(RuntimeCapability.AUTOSCALE_REPARTITION, false),
                        new CapabilityAdmission(RuntimeCapability.PLACEMENT_REFINEMENT, false),
                        new CapabilityAdmission(RuntimeCapability.RELAXED_REORDERING, true));
        assertThat(refused(DistributedClaims.builder().reconfiguration(new ReconfigurationPolicy(false, false)), left)
                        .sentence())
                .endsWith("missing required capability `reconfiguration::placement_refinement`");
    }

    /** A claim is seen in the document only: it never stands in for a capability (spec 32 §4.2). */
    @Test
    void other_claims_do_not_replace_capabilities() {
        EnabledConfig on = new EnabledConfig(true);
        DistributedClaims.Builder claims = DistributedClaims.builder()
                .reconfiguration(BOTH)
                .protocolMachineEnvelopeAdherence(on)
                .protocolMachineEnvelopeAdmission(on)
                .protocolEnvelopeBridge(on);
        assertThat(refused(claims, Set.of()))
                .isEqualTo(new CompositionError.MissingReconfigurationCapability(
                        "cert/bridge", "reconfiguration::placement_refinement"));
        assertThat(admitted(DistributedClaims.builder(), Set.of()).bundles()).hasSize(1);
    }

    @Test
    void an_accepted_change_has_the_validators_event() {
        ComposedRuntime runtime = admitted();
        runtime.seed(0, List.of("Carol", "Alice", "Bob"));
        ReconfigurationEvent event = runtime.reconfigure(0, List.of("Bob", "Dora", "Carol"));
        assertThat(event)
                .isEqualTo(new ReconfigurationEvent(
                        "cert/bridge",
                        1,
                        List.of("Alice", "Bob", "Carol"),
                        List.of("Bob", "Carol", "Dora"),
                        List.of("Dora"),
                        List.of("Alice"),
                        true,
                        true,
                        true));
        Map<String, JsonValue> answer = judged(new TransitionRequest(
                "cert/bridge", BOTH, 0, List.of("Carol", "Alice", "Bob"), List.of("Bob", "Dora", "Carol")));
        assertThat(answer).containsEntry("valid", JsonValue.TRUE);
        assertThat(event(answer)).isEqualTo(tree(ReconfigurationEvent.CODEC, event));
    }

    @Test
    void a_change_of_everybody_is_refused_on_both_sides() {
        ComposedRuntime runtime = admitted();
        runtime.seed(0, List.of("Alice", "Bob"));
        assertThatThrownBy(() -> runtime.reconfigure(0, List.of("Carol", "Dora")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("DISJOINT"));
        assertThat(runtime.snapshot(0).activeMembers()).containsExactly("Alice", "Bob");
        Map<String, JsonValue> answer = judged(
                new TransitionRequest("cert/bridge", BOTH, 0, List.of("Alice", "Bob"), List.of("Carol", "Dora")));
        assertThat(answer).containsEntry("valid", JsonValue.FALSE);
        assertThat(answer.getOrDefault("errors", JsonValue.NULL).compactText())
                .startsWith("[{\"code\":\"reconfiguration.overlap_required\"")
                .doesNotContain("},{");
        assertThat(event(answer).compactText()).contains("\"overlap_preserved\":false");
    }

    @ParameterizedTest
    @CsvSource({"Bob Carol Dora, Carol Dora Eve", "Alice, Alice Bob", "Alice Bob, Bob"})
    void each_phase_of_an_admitted_bundle_is_accepted_by_the_validator(String prepare, String cutover) {
        ComposedRuntime runtime = admitted();
        runtime.seed(0, List.of("Alice", "Bob"));
        PlanExecution done = runtime.execute(
                0, new ReconfigurationPlan("plan", List.of(step("prepare", prepare), step("cutover", cutover))));
        assertThat(done.phases()).hasSize(2);
        for (ReconfigurationPhase phase : done.phases()) {
            Map<String, JsonValue> answer = judged(TransitionRequest.of(phase.event()));
            assertThat(answer).containsEntry("valid", JsonValue.TRUE);
            assertThat(event(answer)).isEqualTo(tree(ReconfigurationEvent.CODEC, phase.event()));
        }
    }

    private static ReconfigurationStep step(String id, String members) {
        List<String> roles = List.of(members.split(" ", -1));
        return new ReconfigurationStep(
                id,
                roles,
                roles.stream()
                        .map(role -> new PlacementObservation(role, PlacementKind.LOCAL, null, null, null))
                        .toList());
    }
}
