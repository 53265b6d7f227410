package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.admission.runtime.AdmittedExecution;
import dev.paritas.admission.runtime.AdmittedExecution.MixedDeterminism;
import dev.paritas.admission.runtime.Reconfiguration;
import dev.paritas.admission.runtime.ReconfigurationProblem;
import dev.paritas.admission.runtime.UpgradeOutcome;
import dev.paritas.bridge.bundle.CapabilityModelRequest;
import dev.paritas.bridge.bundle.TransitionRequest;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPhase;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationReadClass;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the machine validator says of the changes that plans and upgrades made (spec 32 §7-8, §10 admission contracts). */
class MembershipAcceptanceTest {
    private static final UpgradeCompatibility LOOSE = new UpgradeCompatibility(
            ExecutionConstraint.MIXED_DETERMINISM_ALLOWED,
            false,
            PendingEffectTreatment.PRESERVE_PENDING,
            PublicationContinuity.REISSUE_CANONICAL_TRUTH);
    private static final AdmittedExecution MIXED = new AdmittedExecution(true, MixedDeterminism.ADMITTED);

    /** The validator's answer, taken apart. */
    private record Judged(boolean valid, List<String> codes, ReconfigurationEvent event) {}

    private static Judged judged(TransitionRequest request) {
        JsonValue.Obj answer =
                answer("validateReconfigurationTransition", JsonOutput.compactText(TransitionRequest.CODEC, request));
        JsonValue.Array errors = (JsonValue.Array) member(answer, "errors");
        return new Judged(
                member(answer, "valid").equals(JsonValue.TRUE),
                errors.elements().stream()
                        .map(error -> ((JsonValue.Text) member((JsonValue.Obj) error, "code")).value())
                        .toList(),
                read(ReconfigurationEvent.CODEC, member((JsonValue.Obj) member(answer, "artifacts"), "event")));
    }

    private static JsonValue.Obj answer(String operation, String payload) {
        Program.Ended ended = Program.machineValidator("{\"schema_version\":\"lean_bridge.v1\",\"operation\":\""
                + operation + "\",\"payload\":" + payload + "}");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return (JsonValue.Obj) Json.json(ended.out());
    }

    private static JsonValue member(JsonValue.Obj object, String name) {
        assertThat(object.members()).containsKey(name);
        return object.members().getOrDefault(name, JsonValue.NULL);
    }

    private static <T> T read(Codec<T> codec, JsonValue value) {
        return codec.fromTree(value, ReadPolicy.STRICT);
    }

    private static void accepted(ReconfigurationEvent event) {
        assertThat(judged(TransitionRequest.of(event))).isEqualTo(new Judged(true, List.of(), event));
    }

    private static RuntimeUpgradeRequest loose(String id, List<String> members) {
        return new RuntimeUpgradeRequest(
                id,
                RecoveryPlans.plan(
                        id,
                        new TreeSet<>(members)
                                .stream()
                                        .map(member -> RecoveryPlans.local(member, "eu"))
                                        .toArray(PlacementObservation[]::new)),
                LOOSE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** {@code Membership.runPlan_accepted}: every phase of a plan that ran is accepted, and the answer has its event. */
    @Test
    void each_phase_of_the_plans_is_accepted_with_an_equal_event() {
        List<ReconfigurationPhase> phases = RecoveryPlans.planned(state -> state).planExecutions().stream()
                .flatMap(execution -> execution.phases().stream())
                .toList();
        assertThat(phases).hasSize(2);
        phases.forEach(phase -> accepted(phase.event()));
    }

    @Test
    void each_change_of_the_upgrades_is_accepted_with_an_equal_event() {
        ReconfigurationSnapshot done = RecoveryPlans.upgraded(RecoveryPlans::restarted);
        assertThat(done.history()).hasSize(2);
        done.history().forEach(MembershipAcceptanceTest::accepted);
    }

    /** The published transition, as a change, as a plan and as an upgrade. */
    @Test
    void the_published_change_is_the_same_event_on_every_way() {
        Reconfiguration bundle = RecoveryPlans.BUNDLE;
        ReconfigurationSnapshot seeded = bundle.seed(List.of("Carol", "Alice", "Bob"));
        List<String> next = List.of("Bob", "Dora", "Carol");
        Judged judged = judged(new TransitionRequest(
                "cert/recovery", new ReconfigurationPolicy(true, true), 0, List.of("Carol", "Alice", "Bob"), next));
        assertThat(judged)
                .isEqualTo(new Judged(
                        true,
                        List.of(),
                        new ReconfigurationEvent(
                                "cert/recovery",
                                1,
                                List.of("Alice", "Bob", "Carol"),
                                List.of("Bob", "Carol", "Dora"),
                                List.of("Dora"),
                                List.of("Alice"),
                                true,
                                true,
                                true)));
        List<ReconfigurationEvent> history = List.of(judged.event());
        assertThat(bundle.reconfigure(seeded, next).history()).isEqualTo(history);
        RuntimeUpgradeRequest upgrade = loose("u", next);
        assertThat(bundle.execute(seeded, upgrade.plan()).history()).isEqualTo(history);
        assertThat(bundle.upgrade(seeded, upgrade, MIXED).state().history()).isEqualTo(history);
    }

    @Test
    void a_disjoint_change_is_refused_on_both_sides() {
        Reconfiguration bundle = RecoveryPlans.BUNDLE;
        ReconfigurationSnapshot seeded = RecoveryPlans.seeded();
        List<String> next = List.of("Carol", "Dora");
        assertThat(catchThrowableOfType(ProblemException.class, () -> bundle.reconfigure(seeded, next))
                        .problem()
                        .code())
                .isEqualTo("DISJOINT");
        UpgradeOutcome outcome = bundle.upgrade(seeded, loose("u", next), MIXED);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UpgradeOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("DISJOINT"));
        assertThat(outcome.execution().artifacts().getLast().phase()).isEqualTo(TransitionPhase.ROLLED_BACK);
        Judged judged = judged(new TransitionRequest(
                "cert/recovery", new ReconfigurationPolicy(true, true), 0, List.of("Alice", "Bob"), next));
        assertThat(judged.valid()).isFalse();
        assertThat(judged.codes()).containsExactly("reconfiguration.overlap_required");
        assertThat(judged.event().overlapPreserved()).isFalse();
    }

    /** One of the published differences: an upgrade does not ask whether members may change (spec 32 §11). */
    @Test
    void an_upgrade_without_dynamic_membership_is_the_known_difference() {
        Reconfiguration fixed = RecoveryPlans.bundle(new ReconfigurationPolicy(false, true));
        UpgradeOutcome outcome = fixed.upgrade(
                RecoveryPlans.seeded(),
                RecoveryPlans.upgrade("prepare", RecoveryPlans.PREPARE),
                RecoveryPlans.ADMITTED);
        assertThat(outcome).isInstanceOf(UpgradeOutcome.Committed.class);
        ReconfigurationEvent event = outcome.state().history().getFirst();
        assertThat(judged(TransitionRequest.of(event)))
                .isEqualTo(new Judged(false, List.of("reconfiguration.disabled"), event));
    }

    /** The capability model shows a real artifact of each end unchanged: the client sends its compatibility flat. */
    @Test
    void the_capability_model_shows_the_artifacts_as_they_are() {
        List<RuntimeUpgradeArtifact> artifacts = new ArrayList<>();
        ReconfigurationSnapshot state = RecoveryPlans.upgraded(RecoveryPlans::restarted);
        state = RecoveryPlans.BUNDLE
                .upgrade(state, loose("away", List.of("Zoe")), MIXED)
                .state();
        state = RecoveryPlans.BUNDLE
                .upgrade(
                        state,
                        RecoveryPlans.upgrade("none", new ReconfigurationPlan("plan/none", List.of())),
                        RecoveryPlans.ADMITTED)
                .state();
        state.runtimeUpgrades().forEach(execution -> artifacts.addAll(execution.artifacts()));
        assertThat(artifacts)
                .extracting(RuntimeUpgradeArtifact::phase)
                .containsExactly(
                        TransitionPhase.STAGED,
                        TransitionPhase.ADMITTED,
                        TransitionPhase.COMMITTED_CUTOVER,
                        TransitionPhase.STAGED,
                        TransitionPhase.ADMITTED,
                        TransitionPhase.COMMITTED_CUTOVER,
                        TransitionPhase.STAGED,
                        TransitionPhase.ADMITTED,
                        TransitionPhase.ROLLED_BACK,
                        TransitionPhase.STAGED,
                        TransitionPhase.FAILED);
        FinalizationPath path = new FinalizationPath(
                "op",
                0L,
                "host/A",
                FinalizationReadClass.AUTHORITATIVE_ONLY,
                FinalizationStage.CANONICAL,
                List.of(),
                List.of("read"),
                List.of("proof"),
                List.of("handle"),
                List.of("publication"),
                List.of(),
                List.of());
        for (RuntimeUpgradeArtifact artifact : artifacts) {
            JsonValue.Obj answer = answer(
                    "inspectCapabilityModel",
                    JsonOutput.compactText(CapabilityModelRequest.CODEC, new CapabilityModelRequest(path, artifact)));
            assertThat(read(RuntimeUpgradeArtifact.CODEC, member(answer, "runtime_upgrade")))
                    .isEqualTo(artifact);
            assertThat(read(FinalizationPath.CODEC, member(answer, "finalization")))
                    .isEqualTo(path);
            assertThat(member((JsonValue.Obj) member(answer, "artifacts"), "runtime_upgrade_is_committed_cutover"))
                    .isEqualTo(
                            artifact.phase() == TransitionPhase.COMMITTED_CUTOVER ? JsonValue.TRUE : JsonValue.FALSE);
        }
    }

    /** Any mixture of operations, with a restart after each: the same states, and changes as the validator judges them. */
    @Test
    void restarts_never_show_and_the_validator_agrees_with_every_step() {
        long seed = 32_100;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = List.of("A", "B", "é", "\uffff", "\ud83d\ude00");
        int committed = 0;
        int refused = 0;
        for (int run = 0; run < 60; run++) {
            Reconfiguration bundle = RecoveryPlans.bundle(new ReconfigurationPolicy(true, random.nextBoolean()));
            ReconfigurationSnapshot straight = bundle.seed(List.of(names.get(random.nextInt(names.size()))));
            ReconfigurationSnapshot restarted = straight;
            for (int step = 0; step < 12; step++) {
                String place = "seed " + seed + ", run " + run + ", step " + step;
                List<String> next =
                        names.stream().filter(name -> random.nextInt(3) == 0).toList();
                RuntimeUpgradeRequest request = loose("u" + step, next);
                Judged judged = judged(new TransitionRequest(
                        "cert/recovery",
                        bundle.policy().orElseThrow(),
                        straight.epoch(),
                        straight.activeMembers(),
                        next));
                UpgradeOutcome outcome = bundle.upgrade(straight, request, MIXED);
                UpgradeOutcome again = bundle.upgrade(RecoveryPlans.restarted(restarted), request, MIXED);
                assertThat(again.state()).as(place).isEqualTo(outcome.state());
                assertThat(again.execution()).as(place).isEqualTo(outcome.execution());
                switch (outcome) {
                    case UpgradeOutcome.Committed(ReconfigurationSnapshot state) -> {
                        assertThat(judged)
                                .as(place)
                                .isEqualTo(new Judged(
                                        true, List.of(), state.history().getLast()));
                        committed++;
                    }
                    case UpgradeOutcome.Refused(ReconfigurationSnapshot state, ReconfigurationProblem refusal) -> {
                        assertThat(judged.codes().getFirst())
                                .as(place)
                                .isEqualTo(
                                        refusal.kind() == ReconfigurationProblem.Kind.DISJOINT
                                                ? "reconfiguration.overlap_required"
                                                : "reconfiguration.empty_membership");
                        assertThat(state.history()).as(place).isEqualTo(straight.history());
                        refused++;
                    }
                }
                straight = outcome.state();
                restarted = again.state();
            }
        }
        assertThat(committed).isGreaterThan(200);
        assertThat(refused).isGreaterThan(50);
    }
}
