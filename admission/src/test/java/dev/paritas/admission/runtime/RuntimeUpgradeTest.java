package dev.paritas.admission.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.admission.runtime.AdmittedExecution.MixedDeterminism;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.PlacementObservation.PlacementKind;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeExecution;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Runtime upgrades: phases, what is on record, and what a failed one leaves alone (spec 31 §10.5). */
class RuntimeUpgradeTest {
    private static final Reconfiguration BOTH = bundle(new ReconfigurationPolicy(true, true));
    private static final ReconfigurationSnapshot SEEDED = BOTH.seed(List.of("Bob", "Alice"));
    private static final AdmittedExecution ADMITTED = new AdmittedExecution(true, MixedDeterminism.ADMITTED);
    private static final UpgradeCompatibility STRICT = new UpgradeCompatibility(
            ExecutionConstraint.PRESERVE_BUNDLE_PROFILE,
            true,
            PendingEffectTreatment.PRESERVE_PENDING,
            PublicationContinuity.PRESERVE_CANONICAL_TRUTH);
    private static final UpgradeCompatibility LOOSE = new UpgradeCompatibility(
            ExecutionConstraint.MIXED_DETERMINISM_ALLOWED,
            false,
            PendingEffectTreatment.INVALIDATE_BLOCKED,
            PublicationContinuity.REISSUE_CANONICAL_TRUTH);
    private static final String EMPTY_STEP =
            "bundle `cert/x` rejected reconfiguration plan: step `S` must preserve a non-empty membership set";
    private static final String DISJOINT =
            "bundle `cert/x` rejected reconfiguration request: overlap_required but member sets are disjoint";

    private static Reconfiguration bundle(ReconfigurationPolicy policy) {
        return new Reconfiguration("cert/x", Optional.of(policy));
    }

    /** A step that places each member locally, once. */
    private static ReconfigurationStep step(String... members) {
        return new ReconfigurationStep(
                "S",
                List.of(members),
                new TreeSet<>(List.of(members))
                        .stream()
                                .map(role -> new PlacementObservation(role, PlacementKind.LOCAL, null, null, null))
                                .toList());
    }

    private static RuntimeUpgradeRequest request(UpgradeCompatibility compatibility, ReconfigurationStep... steps) {
        return new RuntimeUpgradeRequest(
                "U",
                new ReconfigurationPlan("P", List.of(steps)),
                compatibility,
                List.of("publication/2", "publication/1"),
                List.of(),
                List.of("obligation/1"),
                List.of());
    }

    private static UpgradeOutcome upgrade(RuntimeUpgradeRequest request) {
        return BOTH.upgrade(SEEDED, request, ADMITTED);
    }

    private static UpgradeOutcome.Refused refused(UpgradeOutcome outcome) {
        assertThat(outcome).isInstanceOf(UpgradeOutcome.Refused.class);
        return (UpgradeOutcome.Refused) outcome;
    }

    /** {@return the artifact of {@code request} in a phase} */
    private static RuntimeUpgradeArtifact artifact(
            RuntimeUpgradeRequest request,
            TransitionPhase phase,
            List<String> previous,
            List<String> next,
            Optional<String> reason) {
        return new RuntimeUpgradeArtifact(
                "U",
                phase,
                previous,
                next,
                request.compatibility(),
                request.carriedPublicationIds(),
                request.invalidatedPublicationIds(),
                request.carriedObligationIds(),
                request.invalidatedObligationIds(),
                reason.orElse(null));
    }

    @Test
    void a_good_upgrade_is_staged_admitted_and_committed() {
        RuntimeUpgradeRequest request = request(STRICT, step("Bob", "Carol"), step("Dora", "Carol", "Bob"));
        UpgradeOutcome outcome = upgrade(request);
        assertThat(outcome).isInstanceOf(UpgradeOutcome.Committed.class);
        List<String> before = List.of("Alice", "Bob");
        List<String> after = List.of("Bob", "Carol", "Dora");
        List<String> announced = List.of("Dora", "Carol", "Bob");
        assertThat(outcome.execution())
                .isEqualTo(new RuntimeUpgradeExecution(
                        "cert/x",
                        "U",
                        List.of(
                                artifact(request, TransitionPhase.STAGED, before, announced, Optional.empty()),
                                artifact(request, TransitionPhase.ADMITTED, before, announced, Optional.empty()),
                                artifact(request, TransitionPhase.COMMITTED_CUTOVER, before, after, Optional.empty())),
                        after));
        ReconfigurationSnapshot state = outcome.state();
        assertThat(state.epoch()).isEqualTo(2);
        assertThat(state.activeMembers()).isEqualTo(after);
        assertThat(state.history())
                .containsExactly(
                        new ReconfigurationEvent(
                                "cert/x",
                                1,
                                before,
                                List.of("Bob", "Carol"),
                                List.of("Carol"),
                                List.of("Alice"),
                                true,
                                true,
                                true),
                        new ReconfigurationEvent(
                                "cert/x",
                                2,
                                List.of("Bob", "Carol"),
                                after,
                                List.of("Dora"),
                                List.of(),
                                true,
                                true,
                                true));
        assertThat(state.planExecutions()).isEmpty();
        assertThat(state.runtimeUpgrades()).containsExactly(outcome.execution());
    }

    /** Orders of members and wire words of spec 31 §10.5. */
    @Test
    void an_artifact_has_the_published_members_in_order() {
        String json = new String(
                JsonOutput.declaredBytes(
                        RuntimeUpgradeArtifact.CODEC,
                        upgrade(request(STRICT, step("Bob")))
                                .execution()
                                .artifacts()
                                .getLast()),
                StandardCharsets.UTF_8);
        assertThat(json)
                .isEqualTo("{'upgrade_id':'U','phase':'committed_cutover','previous_members':['Alice','Bob'],"
                                .replace('\'', '"')
                        + ("'next_members':['Bob'],'compatibility':{'execution_constraint':'preserve_bundle_profile',"
                                        + "'ownership_continuity_required':true,"
                                        + "'pending_effect_treatment':'preserve_pending',"
                                        + "'canonical_publication_continuity':'preserve_canonical_truth'},"
                                        + "'carried_publication_ids':['publication/2','publication/1'],"
                                        + "'invalidated_publication_ids':[],"
                                        + "'carried_obligation_ids':['obligation/1'],"
                                        + "'invalidated_obligation_ids':[],'reason':null}")
                                .replace('\'', '"'));
    }

    @Test
    void the_announced_members_are_the_plans_own_words() {
        RuntimeUpgradeExecution execution = upgrade(
                        request(STRICT, step("Bob", "Alice"), step("Carol", "Bob", "Carol")))
                .execution();
        assertThat(execution.artifacts())
                .extracting(RuntimeUpgradeArtifact::nextMembers)
                .containsExactly(
                        List.of("Carol", "Bob", "Carol"), List.of("Carol", "Bob", "Carol"), List.of("Bob", "Carol"));
        assertThat(execution.finalMembers()).containsExactly("Bob", "Carol");
    }

    @Test
    void a_contradicting_request_is_staged_and_failed_and_changes_nothing_else() {
        RuntimeUpgradeRequest request = request(STRICT, step("Zoe"), step("Bob", "Zoe"));
        UpgradeOutcome.Refused outcome = refused(upgrade(request));
        String reason = "bundle `cert/x` rejected reconfiguration plan: runtime upgrade `U` requires ownership"
                + " continuity across the first cutover";
        List<String> members = List.of("Alice", "Bob");
        assertThat(outcome.refusal().sentence()).isEqualTo(reason);
        assertThat(outcome.refusal().code()).isEqualTo("PLAN");
        assertThat(outcome.execution())
                .isEqualTo(new RuntimeUpgradeExecution(
                        "cert/x",
                        "U",
                        List.of(
                                artifact(
                                        request,
                                        TransitionPhase.STAGED,
                                        members,
                                        List.of("Bob", "Zoe"),
                                        Optional.empty()),
                                artifact(request, TransitionPhase.FAILED, members, members, Optional.of(reason))),
                        members));
        assertThat(outcome.state())
                .isEqualTo(new ReconfigurationSnapshot(0, members, List.of(), List.of(), List.of(outcome.execution())));
    }

    @Test
    void a_plan_without_steps_announces_nobody() {
        UpgradeOutcome.Refused outcome = refused(upgrade(request(STRICT)));
        assertThat(outcome.execution().artifacts())
                .extracting(RuntimeUpgradeArtifact::nextMembers)
                .containsExactly(List.of(), List.of("Alice", "Bob"));
    }

    @Test
    void a_broken_step_rolls_everything_back() {
        RuntimeUpgradeRequest request = request(STRICT, step("Bob"), step("Carol", "Bob"), step(), step("Carol"));
        UpgradeOutcome.Refused outcome = refused(upgrade(request));
        List<String> members = List.of("Alice", "Bob");
        assertThat(outcome.refusal().sentence()).isEqualTo(EMPTY_STEP);
        assertThat(outcome.execution())
                .isEqualTo(new RuntimeUpgradeExecution(
                        "cert/x",
                        "U",
                        List.of(
                                artifact(request, TransitionPhase.STAGED, members, List.of("Carol"), Optional.empty()),
                                artifact(
                                        request, TransitionPhase.ADMITTED, members, List.of("Carol"), Optional.empty()),
                                artifact(
                                        request,
                                        TransitionPhase.ROLLED_BACK,
                                        members,
                                        members,
                                        Optional.of(EMPTY_STEP))),
                        members));
        assertThat(outcome.state())
                .isEqualTo(new ReconfigurationSnapshot(0, members, List.of(), List.of(), List.of(outcome.execution())));
    }

    @Test
    void a_disjoint_step_rolls_back_with_the_text_of_a_request() {
        UpgradeOutcome.Refused outcome = refused(upgrade(request(LOOSE, step("Carol", "Dora"))));
        assertThat(outcome.refusal().sentence()).isEqualTo(DISJOINT);
        assertThat(outcome.refusal().code()).isEqualTo("DISJOINT");
        assertThat(outcome.execution().artifacts())
                .extracting(RuntimeUpgradeArtifact::phase)
                .containsExactly(TransitionPhase.STAGED, TransitionPhase.ADMITTED, TransitionPhase.ROLLED_BACK);
        assertThat(outcome.execution().artifacts().getLast().reason()).isEqualTo(DISJOINT);
        assertThat(bundle(new ReconfigurationPolicy(true, false))
                        .upgrade(SEEDED, request(LOOSE, step("Carol", "Dora")), ADMITTED))
                .isInstanceOf(UpgradeOutcome.Committed.class);
    }

    @Test
    void an_upgrade_needs_a_policy_but_not_one_that_allows_changes() {
        RuntimeUpgradeRequest request = request(STRICT, step("Bob", "Carol"));
        assertThatThrownBy(() -> new Reconfiguration("cert/x", Optional.empty()).upgrade(SEEDED, request, ADMITTED))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("DISABLED"))
                .hasMessage("bundle `cert/x` rejected reconfiguration request: bundle is not reconfiguration-enabled");
        Reconfiguration fixed = bundle(new ReconfigurationPolicy(false, true));
        assertThatThrownBy(() -> fixed.execute(SEEDED, request.plan())).isInstanceOf(ProblemException.class);
        UpgradeOutcome outcome = fixed.upgrade(SEEDED, request, ADMITTED);
        assertThat(outcome).isInstanceOf(UpgradeOutcome.Committed.class);
        assertThat(outcome.state().history().getLast().dynamicMembership()).isFalse();
    }

    @Test
    void a_state_without_members_can_be_upgraded_when_no_owner_has_to_stay() {
        assertThat(BOTH.upgrade(Reconfiguration.UNSEEDED, request(LOOSE, step("B", "A")), ADMITTED)
                        .state()
                        .activeMembers())
                .containsExactly("A", "B");
        assertThat(refused(BOTH.upgrade(Reconfiguration.UNSEEDED, request(STRICT, step("A")), ADMITTED))
                        .refusal()
                        .sentence())
                .endsWith("requires ownership continuity across the first cutover");
    }

    @Test
    void executions_of_every_end_are_kept_in_order_and_survive_a_restore() {
        ReconfigurationSnapshot state = SEEDED;
        state = BOTH.upgrade(state, request(STRICT), ADMITTED).state();
        state = BOTH.upgrade(state, request(LOOSE, step("Zoe")), ADMITTED).state();
        state = BOTH.execute(state, new ReconfigurationPlan("P", List.of(step("Bob", "Carol"))));
        state = BOTH.upgrade(state, request(STRICT, step("Carol")), ADMITTED).state();
        assertThat(state.epoch()).isEqualTo(2);
        assertThat(state.planExecutions()).hasSize(1);
        assertThat(state.runtimeUpgrades())
                .extracting(upgrade -> upgrade.artifacts().getLast().phase())
                .containsExactly(
                        TransitionPhase.FAILED, TransitionPhase.ROLLED_BACK, TransitionPhase.COMMITTED_CUTOVER);
        ReconfigurationSnapshot read = JsonInput.read(
                JsonOutput.compactBytes(ReconfigurationSnapshot.CODEC, state),
                ReadPolicy.STRICT,
                ReconfigurationSnapshot.CODEC);
        assertThat(BOTH.restore(read)).isEqualTo(state);
        ProblemException disabled = catchThrowableOfType(
                ProblemException.class, () -> new Reconfiguration("cert/x", Optional.empty()).restore(read));
        assertThat(disabled.problem().code()).isEqualTo("DISABLED");
    }

    @Test
    void restored_members_are_a_sorted_set() {
        assertThat(BOTH.restore(
                        new ReconfigurationSnapshot(0, List.of("B", "A", "B"), List.of(), List.of(), List.of())))
                .isEqualTo(BOTH.seed(List.of("A", "B")));
    }
}
