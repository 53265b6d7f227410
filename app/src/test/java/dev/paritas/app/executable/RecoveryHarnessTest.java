package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.semanticobjects.membership.BoundaryObservation;
import dev.paritas.semanticobjects.membership.BoundaryObservation.TransportBoundary;
import dev.paritas.semanticobjects.membership.PlanExecution;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeExecution;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans and runtime upgrades go on after a restart as if there had been none (spec 32 §10, recovery harness). */
class RecoveryHarnessTest {
    private static final List<ReconfigurationEvent> HISTORY = List.of(
            event(1, List.of("Alice", "Bob"), List.of("Bob", "Carol", "Dora"), List.of("Carol", "Dora"), "Alice"),
            event(2, List.of("Bob", "Carol", "Dora"), List.of("Carol", "Dora", "Eve"), List.of("Eve"), "Bob"));

    private static ReconfigurationEvent event(
            long epoch, List<String> previous, List<String> next, List<String> added, String removed) {
        return new ReconfigurationEvent(
                "cert/recovery", epoch, previous, next, added, List.of(removed), true, true, true);
    }

    @Test
    void plans_end_alike_with_and_without_a_restart_in_between() {
        ReconfigurationSnapshot straight = RecoveryPlans.planned(state -> state);
        assertThat(RecoveryPlans.planned(RecoveryPlans::restarted)).isEqualTo(straight);
        assertThat(straight.epoch()).isEqualTo(2);
        assertThat(straight.activeMembers()).containsExactly("Carol", "Dora", "Eve");
        assertThat(straight.history()).isEqualTo(HISTORY);
        assertThat(straight.runtimeUpgrades()).isEmpty();
        assertThat(straight.planExecutions())
                .extracting(execution -> execution.phases().getFirst().transportBoundaries())
                .containsExactly(
                        List.of(
                                new BoundaryObservation("Bob", "Carol", TransportBoundary.SHARED_MEMORY, false),
                                new BoundaryObservation("Bob", "Dora", TransportBoundary.NETWORK, true),
                                new BoundaryObservation("Carol", "Dora", TransportBoundary.NETWORK, true)),
                        List.of(
                                new BoundaryObservation("Carol", "Dora", TransportBoundary.NETWORK, false),
                                new BoundaryObservation("Carol", "Eve", TransportBoundary.NETWORK, true),
                                new BoundaryObservation("Dora", "Eve", TransportBoundary.NETWORK, true)));
    }

    @Test
    void upgrades_end_alike_with_and_without_a_restart_in_between() {
        ReconfigurationSnapshot straight = RecoveryPlans.upgraded(state -> state);
        assertThat(RecoveryPlans.upgraded(RecoveryPlans::restarted)).isEqualTo(straight);
        assertThat(straight.history()).isEqualTo(HISTORY);
        assertThat(straight.planExecutions()).isEmpty();
        assertThat(straight.runtimeUpgrades())
                .hasSize(2)
                .allSatisfy(execution -> assertThat(execution.artifacts())
                        .extracting(RuntimeUpgradeArtifact::phase)
                        .containsExactly(
                                TransitionPhase.STAGED, TransitionPhase.ADMITTED, TransitionPhase.COMMITTED_CUTOVER));
        RuntimeUpgradeArtifact last =
                straight.runtimeUpgrades().getLast().artifacts().getLast();
        assertThat(last)
                .isEqualTo(new RuntimeUpgradeArtifact(
                        "cutover",
                        TransitionPhase.COMMITTED_CUTOVER,
                        List.of("Bob", "Carol", "Dora"),
                        List.of("Carol", "Dora", "Eve"),
                        RecoveryPlans.STRICT,
                        List.of("publication/cutover"),
                        List.of(),
                        List.of("obligation/cutover"),
                        List.of(),
                        null));
    }

    /** Plans and upgrades leave the same history behind, and each its own kind of execution. */
    @Test
    void a_plan_and_an_upgrade_may_follow_each_other_across_a_restart() {
        ReconfigurationSnapshot prepared =
                RecoveryPlans.restarted(RecoveryPlans.BUNDLE.execute(RecoveryPlans.seeded(), RecoveryPlans.PREPARE));
        ReconfigurationSnapshot done = RecoveryPlans.BUNDLE
                .upgrade(prepared, RecoveryPlans.upgrade("cutover", RecoveryPlans.CUTOVER), RecoveryPlans.ADMITTED)
                .state();
        assertThat(done.history()).isEqualTo(HISTORY);
        assertThat(done.planExecutions())
                .isEqualTo(
                        RecoveryPlans.planned(state -> state).planExecutions().subList(0, 1));
        assertThat(done.runtimeUpgrades())
                .isEqualTo(
                        RecoveryPlans.upgraded(state -> state).runtimeUpgrades().subList(1, 2));
        assertThat(RecoveryPlans.restarted(done)).isEqualTo(done);
    }

    @Test
    void a_tampered_snapshot_is_refused() {
        ReconfigurationSnapshot good = RecoveryPlans.upgraded(state -> state);
        List<String> members = good.activeMembers();
        List<RuntimeUpgradeExecution> upgrades = good.runtimeUpgrades();
        for (List<String> tampered : List.of(
                List.of("Carol", "Dora", "Mallory"), List.of("Carol", "Dora"), List.of("Eve", "Dora", "Carol"))) {
            refuses(
                    new ReconfigurationSnapshot(2, tampered, good.history(), List.of(), upgrades),
                    "snapshot active membership must match the final history event");
        }
        refuses(
                new ReconfigurationSnapshot(2, List.of(), good.history(), List.of(), upgrades),
                "snapshot must preserve a non-empty active membership set");
        refuses(
                new ReconfigurationSnapshot(3, members, good.history(), List.of(), upgrades),
                "snapshot epoch must match the final history event epoch");
        refuses(
                new ReconfigurationSnapshot(2, members, good.history().reversed(), List.of(), upgrades),
                "snapshot history must have strictly increasing epochs");
        refuses(
                new ReconfigurationSnapshot(2, members, List.of(), List.of(), upgrades),
                "empty snapshot history must use epoch 0");
        RuntimeUpgradeExecution emptied = new RuntimeUpgradeExecution("cert/recovery", "prepare", List.of(), members);
        for (List<RuntimeUpgradeExecution> tampered :
                List.of(List.of(emptied, upgrades.getLast()), List.of(upgrades.getFirst(), emptied))) {
            refuses(
                    new ReconfigurationSnapshot(2, members, good.history(), List.of(), tampered),
                    "snapshot runtime upgrades must contain at least one artifact");
        }
        PlanExecution hollow = new PlanExecution("cert/recovery", "plan/prepare", members, List.of(), members);
        refuses(
                new ReconfigurationSnapshot(2, members, good.history(), List.of(hollow), upgrades),
                "snapshot plan executions must contain at least one phase");
        assertThat(RecoveryPlans.restarted(good)).isEqualTo(good);
    }

    private static void refuses(ReconfigurationSnapshot tampered, String reason) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> RecoveryPlans.restarted(tampered));
        assertThat(refusal).as(reason).isNotNull();
        assertThat(refusal.problem().code()).isEqualTo("PLAN");
        assertThat(refusal).hasMessage("bundle `cert/recovery` rejected reconfiguration plan: " + reason);
    }
}
