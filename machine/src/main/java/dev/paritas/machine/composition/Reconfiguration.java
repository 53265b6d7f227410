package dev.paritas.machine.composition;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.reconfiguration.PlacementObservation;
import dev.paritas.semanticobjects.reconfiguration.PlanExecution;
import dev.paritas.semanticobjects.reconfiguration.ReconfigurationEvent;
import dev.paritas.semanticobjects.reconfiguration.ReconfigurationPhase;
import dev.paritas.semanticobjects.reconfiguration.ReconfigurationPlan;
import dev.paritas.semanticobjects.reconfiguration.ReconfigurationPolicy;
import dev.paritas.semanticobjects.reconfiguration.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.reconfiguration.ReconfigurationStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The membership rules of one bundle (spec 31 §10.1-10.4). States are snapshots; every operation returns the next one and
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
     * @throws ReconfigurationException {@code DISABLED} without a policy, {@code EMPTY} without members
     */
    public ReconfigurationSnapshot seed(Collection<String> members) {
        requirePolicy();
        SortedSet<String> sorted = sorted(members);
        if (sorted.isEmpty()) {
            throw ReconfigurationException.empty(artifactId);
        }
        return new ReconfigurationSnapshot(0, List.copyOf(sorted), List.of(), List.of(), List.of());
    }

    /**
     * {@return the state after one change of membership}
     *
     * @throws ReconfigurationException {@code DISABLED}, {@code EMPTY} or {@code DISJOINT}, the first that applies
     */
    public ReconfigurationSnapshot reconfigure(ReconfigurationSnapshot state, Collection<String> next) {
        return transition(state, next, dynamicPolicy());
    }

    /**
     * {@return the state after all steps of {@code plan}, its execution appended}
     *
     * @throws ReconfigurationException as {@link #reconfigure}, or {@code PLAN} with the reason
     */
    public ReconfigurationSnapshot execute(ReconfigurationSnapshot state, ReconfigurationPlan plan) {
        ReconfigurationPolicy allowed = dynamicPolicy();
        if (plan.steps().isEmpty()) {
            throw refused("plan `" + plan.planId() + "` must contain at least one step");
        }
        ReconfigurationSnapshot current = state;
        List<ReconfigurationPhase> phases = new ArrayList<>();
        for (ReconfigurationStep step : plan.steps()) {
            Placements placements = placements(step);
            current = transition(current, step.nextMembers(), allowed);
            phases.add(new ReconfigurationPhase(
                    step.stepId(), current.history().getLast(), placements.observations(), placements.boundaries()));
        }
        List<PlanExecution> executions = new ArrayList<>(state.planExecutions());
        executions.add(
                new PlanExecution(artifactId, plan.planId(), state.activeMembers(), phases, current.activeMembers()));
        return new ReconfigurationSnapshot(
                current.epoch(), current.activeMembers(), current.history(), executions, current.runtimeUpgrades());
    }

    /**
     * {@return {@code snapshot}, if it can have been exported after a seed}
     *
     * @throws ReconfigurationException {@code DISABLED} without a policy, {@code PLAN} with the first contradiction
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
        return snapshot;
    }

    private void requirePolicy() {
        if (policy.isEmpty()) {
            throw ReconfigurationException.disabled(artifactId);
        }
    }

    private ReconfigurationPolicy dynamicPolicy() {
        return policy.filter(ReconfigurationPolicy::dynamicMembership)
                .orElseThrow(() -> ReconfigurationException.disabled(artifactId));
    }

    private Placements placements(ReconfigurationStep step) {
        String name = "step `" + step.stepId() + "` ";
        SortedSet<String> members = sorted(step.nextMembers());
        if (members.isEmpty()) {
            throw refused(name + "must preserve a non-empty membership set");
        }
        Placements placements;
        try {
            placements = Placements.of(step.placements());
        } catch (PlacementException e) {
            throw refused(name + "has invalid placements: " + e.getMessage());
        }
        if (!placements.observations().stream()
                .map(PlacementObservation::role)
                .toList()
                .equals(List.copyOf(members))) {
            throw refused(name + "placements must match next_members exactly");
        }
        return placements;
    }

    private ReconfigurationSnapshot transition(
            ReconfigurationSnapshot state, Collection<String> nextMembers, ReconfigurationPolicy allowed) {
        SortedSet<String> previous = sorted(state.activeMembers());
        SortedSet<String> next = sorted(nextMembers);
        if (next.isEmpty()) {
            throw ReconfigurationException.empty(artifactId);
        }
        boolean overlap = previous.isEmpty() || !Collections.disjoint(previous, next);
        if (allowed.overlapRequired() && !overlap) {
            throw ReconfigurationException.disjoint(artifactId);
        }
        long epoch = state.epoch() + 1;
        List<ReconfigurationEvent> history = new ArrayList<>(state.history());
        history.add(new ReconfigurationEvent(
                artifactId,
                epoch,
                List.copyOf(previous),
                List.copyOf(next),
                without(next, previous),
                without(previous, next),
                overlap,
                allowed.dynamicMembership(),
                allowed.overlapRequired()));
        return new ReconfigurationSnapshot(
                epoch, List.copyOf(next), history, state.planExecutions(), state.runtimeUpgrades());
    }

    private ReconfigurationException refused(String reason) {
        return ReconfigurationException.plan(artifactId, reason);
    }

    private static SortedSet<String> sorted(Collection<String> members) {
        TreeSet<String> sorted = new TreeSet<>(CodePointOrder.INSTANCE);
        sorted.addAll(members);
        return sorted;
    }

    private static List<String> without(SortedSet<String> members, SortedSet<String> others) {
        TreeSet<String> rest = new TreeSet<>(members);
        rest.removeAll(others);
        return List.copyOf(rest);
    }
}
