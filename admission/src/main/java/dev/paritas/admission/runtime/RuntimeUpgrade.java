package dev.paritas.admission.runtime;

import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeExecution;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One upgrade on its way from staged to committed, rolled back or failed (spec 31 §10.5). */
final class RuntimeUpgrade {
    private final MembershipChanges changes;
    private final ReconfigurationSnapshot initial;
    private final RuntimeUpgradeRequest request;
    private final List<String> members;
    private final List<RuntimeUpgradeArtifact> artifacts = new ArrayList<>();

    private RuntimeUpgrade(MembershipChanges changes, ReconfigurationSnapshot initial, RuntimeUpgradeRequest request) {
        this.changes = changes;
        this.initial = initial;
        this.request = request;
        this.members = List.copyOf(MembershipChanges.sorted(initial.activeMembers()));
    }

    static UpgradeOutcome execute(
            MembershipChanges changes,
            ReconfigurationSnapshot state,
            RuntimeUpgradeRequest request,
            AdmittedExecution admitted) {
        return new RuntimeUpgrade(changes, state, request).execute(admitted);
    }

    private UpgradeOutcome execute(AdmittedExecution admitted) {
        List<ReconfigurationStep> steps = request.plan().steps();
        // The announced members are the plan's own words; the committed ones are a sorted set.
        List<String> announced = steps.isEmpty() ? List.of() : steps.getLast().nextMembers();
        enter(TransitionPhase.STAGED, announced, null);
        Optional<String> objection = UpgradeRule.objection(request, members, admitted);
        if (objection.isPresent()) {
            return refused(
                    TransitionPhase.FAILED,
                    ReconfigurationProblem.plan(
                            changes.artifactId(), "runtime upgrade `" + request.upgradeId() + "` " + objection.get()));
        }
        enter(TransitionPhase.ADMITTED, announced, null);
        ReconfigurationSnapshot upgraded;
        try {
            upgraded = changes.take(initial, steps).state();
        } catch (ProblemException e) {
            return refused(TransitionPhase.ROLLED_BACK, e.only(ReconfigurationProblem.class));
        }
        enter(TransitionPhase.COMMITTED_CUTOVER, upgraded.activeMembers(), null);
        return new UpgradeOutcome.Committed(recorded(upgraded));
    }

    private UpgradeOutcome refused(TransitionPhase phase, ReconfigurationProblem refusal) {
        enter(phase, members, refusal.sentence());
        return new UpgradeOutcome.Refused(recorded(initial), refusal);
    }

    private void enter(TransitionPhase phase, List<String> nextMembers, @Nullable String reason) {
        artifacts.add(new RuntimeUpgradeArtifact(
                request.upgradeId(),
                phase,
                members,
                nextMembers,
                request.compatibility(),
                request.carriedPublicationIds(),
                request.invalidatedPublicationIds(),
                request.carriedObligationIds(),
                request.invalidatedObligationIds(),
                reason));
    }

    private ReconfigurationSnapshot recorded(ReconfigurationSnapshot state) {
        List<RuntimeUpgradeExecution> upgrades = new ArrayList<>(state.runtimeUpgrades());
        upgrades.add(new RuntimeUpgradeExecution(
                changes.artifactId(),
                request.upgradeId(),
                artifacts,
                artifacts.getLast().nextMembers()));
        return new ReconfigurationSnapshot(
                state.epoch(), state.activeMembers(), state.history(), state.planExecutions(), upgrades);
    }
}
