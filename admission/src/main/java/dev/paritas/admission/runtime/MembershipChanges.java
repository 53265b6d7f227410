package dev.paritas.admission.runtime;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.membership.PlacementObservation;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPhase;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.ReconfigurationStep;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Single changes of one bundle's membership (spec 31 §10.1-10.2). Whether changes are allowed at all is for the caller to
 * ask: an upgrade does not.
 */
record MembershipChanges(String artifactId, ReconfigurationPolicy policy) {
    /** Some steps, all taken. */
    record Taken(ReconfigurationSnapshot state, List<ReconfigurationPhase> phases) {
        Taken {
            phases = List.copyOf(phases);
        }
    }

    /**
     * {@return the state after all of {@code steps} and what each of them did; their execution is not recorded}
     *
     * @param steps at least one
     * @throws ProblemException ({@link ReconfigurationProblem}) the first objection of the first step that has one
     */
    Taken take(ReconfigurationSnapshot state, List<ReconfigurationStep> steps) {
        List<String> members = state.activeMembers();
        List<ReconfigurationPhase> phases = new ArrayList<>();
        for (ReconfigurationStep step : steps) {
            Placements placements = placements(step);
            ReconfigurationEvent event = change(state.epoch() + phases.size(), members, step.nextMembers());
            phases.add(
                    new ReconfigurationPhase(step.stepId(), event, placements.observations(), placements.boundaries()));
            members = event.nextMembers();
        }
        return new Taken(
                after(state, phases.stream().map(ReconfigurationPhase::event).toList()), phases);
    }

    /**
     * {@return the state after one change}
     *
     * @throws ProblemException ({@link ReconfigurationProblem}) {@code EMPTY} or {@code DISJOINT}, the first that
     *     applies
     */
    ReconfigurationSnapshot transition(ReconfigurationSnapshot state, Collection<String> nextMembers) {
        return after(state, List.of(change(state.epoch(), state.activeMembers(), nextMembers)));
    }

    private ReconfigurationEvent change(
            long epoch, Collection<String> previousMembers, Collection<String> nextMembers) {
        SortedSet<String> previous = sorted(previousMembers);
        SortedSet<String> next = sorted(nextMembers);
        if (next.isEmpty()) {
            throw new ProblemException(ReconfigurationProblem.empty(artifactId));
        }
        boolean overlap = previous.isEmpty() || !Collections.disjoint(previous, next);
        if (policy.overlapRequired() && !overlap) {
            throw new ProblemException(ReconfigurationProblem.disjoint(artifactId));
        }
        return new ReconfigurationEvent(
                artifactId,
                epoch + 1,
                List.copyOf(previous),
                List.copyOf(next),
                without(next, previous),
                without(previous, next),
                overlap,
                policy.dynamicMembership(),
                policy.overlapRequired());
    }

    private static ReconfigurationSnapshot after(ReconfigurationSnapshot state, List<ReconfigurationEvent> events) {
        List<ReconfigurationEvent> history = new ArrayList<>(state.history());
        history.addAll(events);
        ReconfigurationEvent last = events.getLast();
        return new ReconfigurationSnapshot(
                last.epoch(), last.nextMembers(), history, state.planExecutions(), state.runtimeUpgrades());
    }

    /** {@return {@code members} ascending by code point, each once} */
    static SortedSet<String> sorted(Collection<String> members) {
        TreeSet<String> sorted = new TreeSet<>(CodePointOrder.INSTANCE);
        sorted.addAll(members);
        return sorted;
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
        } catch (ProblemException e) {
            throw refused(name + "has invalid placements: "
                    + e.only(PlacementProblem.class).sentence());
        }
        if (!placements.observations().stream()
                .map(PlacementObservation::role)
                .toList()
                .equals(List.copyOf(members))) {
            throw refused(name + "placements must match next_members exactly");
        }
        return placements;
    }

    private ProblemException refused(String reason) {
        return new ProblemException(ReconfigurationProblem.plan(artifactId, reason));
    }

    private static List<String> without(SortedSet<String> members, SortedSet<String> others) {
        TreeSet<String> rest = new TreeSet<>(members);
        rest.removeAll(others);
        return List.copyOf(rest);
    }
}
