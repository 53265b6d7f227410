package dev.paritas.choreography.check;

import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.MergeError;
import dev.paritas.choreography.projection.SubtermProjections;
import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The coherence flags of a global type as the reference computes them (spec 11 §10.2). {@code projectable} refuses
 * almost every recursive protocol of three or more roles, so it never says whether a protocol can run.
 *
 * @param linear true for every type
 * @param size whether no communication is without a branch
 * @param action whether no role sends to itself
 * @param uniqLabels whether label names are distinct in every communication
 * @param projectable whether bystanders can merge the branches of every communication, as far as these are closed
 * @param good true for every type: a head that can be stepped can be stepped
 */
public record Coherence(
        boolean linear, boolean size, boolean action, boolean uniqLabels, boolean projectable, boolean good) {
    /** {@return the flags of {@code type}} */
    public static Coherence of(GlobalType type) {
        return new Coherence(
                true, type.allCommsNonEmpty(), type.noSelfComm(), type.uniqueBranchLabels(), isProjectable(type), true);
    }

    /** {@return whether all flags but {@code linear} hold} */
    public boolean isCoherent() {
        return size && action && uniqLabels && projectable && good;
    }

    private static boolean isProjectable(GlobalType type) {
        SubtermIdentities identities = new SubtermIdentities(type);
        for (String role : type.roles()) {
            if (!new OneRole(type, role, identities).over(type)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one role can follow; each identity is looked at once, and remembers the projection it first had. */
    private static final class OneRole extends Fold<GlobalType, Boolean> {
        private static final int MOST_REMEMBERED = 10_000;

        private final String role;
        private final SubtermIdentities identities;
        private final SubtermProjections projections;
        private final Set<Integer> visited = new HashSet<>();
        private final Map<Integer, Optional<LocalType>> remembered = new HashMap<>();

        OneRole(GlobalType type, String role, SubtermIdentities identities) {
            this.role = role;
            this.identities = identities;
            this.projections = new SubtermProjections(type, role);
        }

        @Override
        protected Optional<Boolean> answer(GlobalType node) {
            return visited.add(identities.of(node)) ? Optional.empty() : Optional.of(true);
        }

        @Override
        protected Boolean leave(GlobalType node, Results<Boolean> children) {
            for (int i = 0; i < children.size(); i++) {
                if (!children.get(i)) {
                    return false;
                }
            }
            return switch (node) {
                case GlobalType.End ignored -> true;
                case GlobalType.Var ignored -> true;
                case GlobalType.Mu ignored -> true;
                case GlobalType.Comm comm ->
                    comm.sender().equals(role) || comm.receiver().equals(role) || merges(comm);
                case GlobalType.Delegate ignored -> false;
            };
        }

        private boolean merges(GlobalType.Comm comm) {
            List<LocalType> locals = new ArrayList<>();
            for (GlobalType.Branch branch : comm.branches()) {
                Optional<LocalType> local = projection(branch.continuation());
                if (local.isEmpty()) {
                    return false;
                }
                locals.add(local.get());
            }
            try {
                Merge.mergeAll(locals);
                return true;
            } catch (ProblemException e) {
                e.only(MergeError.class);
                return false;
            }
        }

        /** Open terms are refused: they have no identity to be remembered by. */
        private Optional<LocalType> projection(GlobalType subterm) {
            if (!identities.isClosed(subterm)) {
                return Optional.empty();
            }
            int identity = identities.of(subterm);
            Optional<LocalType> known = remembered.get(identity);
            if (known != null) {
                return known;
            }
            Optional<LocalType> fresh = projections.of(subterm);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(identity, fresh);
            }
            return fresh;
        }
    }
}
