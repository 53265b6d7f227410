package dev.paritas.admission.runtime;

import dev.paritas.semanticobjects.membership.PlanExecution;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The membership rules of one bundle (spec 31 §10). States are snapshots; every operation returns the next one and
 * leaves the given one as it was.
 *
 * @param artifactId names the bundle in events and refusals
 * @param policy absent when the bundle never changes its members
 */
public record Reconfiguration(String artifactId, Optional<ReconfigurationPolicy> policy) {
    /** The state of a bundle that was just admitted. */
    public static final ReconfigurationSnapshot UNSEEDED =
            new ReconfigurationSnapshot(0, List.of(), List.of(), List.of(), List.of());

    /**
     * {@return the state with these first members: epoch 0 and no past}
     *
     * @throws ProblemException ({@link ReconfigurationProblem}) {@code DISABLED} without a policy, {@code EMPTY}
     *     without members
     */
    public ReconfigurationSnapshot seed(Collection<String> members) {
        requirePolicy();
        SortedSet<String> sorted = MembershipChanges.sorted(members);
        if (sorted.isEmpty()) {
            throw new ProblemException(ReconfigurationProblem.empty(artifactId));
        }
        return new ReconfigurationSnapshot(0, List.copyOf(sorted), List.of(), List.of(), List.of());
    }

    /**
     * {@return the state after one change of membership}
     *
     * @throws ProblemException ({@link ReconfigurationProblem}) {@code DISABLED}, {@code EMPTY} or {@code DISJOINT},
     *     the first that applies
     */
    public ReconfigurationSnapshot reconfigure(ReconfigurationSnapshot state, Collection<String> next) {
        return dynamic().transition(state, next);
    }

    /**
     * {@return the state after all steps of {@code plan}, its execution appended}
     *
     * @throws ProblemException ({@link ReconfigurationProblem}) as {@link #reconfigure}, or {@code PLAN} with the
     *     reason
     */
    public ReconfigurationSnapshot execute(ReconfigurationSnapshot state, ReconfigurationPlan plan) {
        MembershipChanges changes = dynamic();
        if (plan.steps().isEmpty()) {
            throw refused("plan `" + plan.planId() + "` must contain at least one step");
        }
        MembershipChanges.Taken taken = changes.take(state, plan.steps());
        ReconfigurationSnapshot done = taken.state();
        List<PlanExecution> executions = new ArrayList<>(state.planExecutions());
        executions.add(new PlanExecution(
                artifactId, plan.planId(), state.activeMembers(), taken.phases(), done.activeMembers()));
        return new ReconfigurationSnapshot(
                done.epoch(), done.activeMembers(), done.history(), executions, done.runtimeUpgrades());
    }

    /**
     * {@return what becomes of {@code request}, which is on record either way}
     *
     * <p>Only a policy is needed: whether it allows changes is not looked at here.
     *
     * @param admitted what the admission of this bundle found
     * @throws ProblemException ({@link ReconfigurationProblem}) {@code DISABLED} without a policy; nothing is on
     *     record then
     */
    public UpgradeOutcome upgrade(
            ReconfigurationSnapshot state, RuntimeUpgradeRequest request, AdmittedExecution admitted) {
        return RuntimeUpgrade.execute(changes(policy), state, request, admitted);
    }

    /**
     * {@return the state of {@code snapshot}, if it can have been exported after a seed; its members are sorted}
     *
     * @throws ProblemException ({@link ReconfigurationProblem}) {@code DISABLED} without a policy, {@code PLAN} with
     *     the first contradiction
     */
    public ReconfigurationSnapshot restore(ReconfigurationSnapshot snapshot) {
        requirePolicy();
        if (snapshot.activeMembers().isEmpty()) {
            throw refused("snapshot must preserve a non-empty active membership set");
        }
        List<ReconfigurationEvent> history = snapshot.history();
        for (int i = 1; i < history.size(); i++) {
            if (Long.compareUnsigned(history.get(i - 1).epoch(), history.get(i).epoch()) >= 0) {
                throw refused("snapshot history must have strictly increasing epochs");
            }
        }
        if (history.isEmpty()) {
            if (snapshot.epoch() != 0) {
                throw refused("empty snapshot history must use epoch 0");
            }
        } else {
            ReconfigurationEvent last = history.getLast();
            if (!last.nextMembers().equals(snapshot.activeMembers())) {
                throw refused("snapshot active membership must match the final history event");
            }
            if (last.epoch() != snapshot.epoch()) {
                throw refused("snapshot epoch must match the final history event epoch");
            }
        }
        if (snapshot.planExecutions().stream()
                .anyMatch(execution -> execution.phases().isEmpty())) {
            throw refused("snapshot plan executions must contain at least one phase");
        }
        if (snapshot.runtimeUpgrades().stream()
                .anyMatch(execution -> execution.artifacts().isEmpty())) {
            throw refused("snapshot runtime upgrades must contain at least one artifact");
        }
        return new ReconfigurationSnapshot(
                snapshot.epoch(),
                List.copyOf(MembershipChanges.sorted(snapshot.activeMembers())),
                history,
                snapshot.planExecutions(),
                snapshot.runtimeUpgrades());
    }

    private void requirePolicy() {
        if (policy.isEmpty()) {
            throw new ProblemException(ReconfigurationProblem.disabled(artifactId));
        }
    }

    private MembershipChanges dynamic() {
        return changes(policy.filter(ReconfigurationPolicy::dynamicMembership));
    }

    private MembershipChanges changes(Optional<ReconfigurationPolicy> allowed) {
        return allowed.map(given -> new MembershipChanges(artifactId, given))
                .orElseThrow(() -> new ProblemException(ReconfigurationProblem.disabled(artifactId)));
    }

    private ProblemException refused(String reason) {
        return new ProblemException(ReconfigurationProblem.plan(artifactId, reason));
    }
}
