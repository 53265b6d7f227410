package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The canonical projection of the system (spec 11 §2). No well-formedness is asked for. */
public final class Projection {
    private Projection() {}

    /**
     * {@return the local type of {@code role}}
     *
     * @throws ProblemException ({@link ProjectionError}) with the first error in the order of the branches
     */
    public static LocalType project(GlobalType type, String role) {
        return new OntoRole(role).over(type);
    }

    /**
     * {@return the local types of all roles of {@code type}, roles ascending by code point}
     *
     * @throws ProblemException ({@link ProjectionError}) at the first role that has none
     */
    public static SequencedMap<String, LocalType> projectAll(GlobalType type) {
        SequencedMap<String, LocalType> locals = new LinkedHashMap<>();
        for (String role : type.roles()) {
            locals.put(role, project(type, role));
        }
        return Collections.unmodifiableSequencedMap(locals);
    }

    /** The rules, node by node. */
    static final class OntoRole extends Fold<GlobalType, LocalType> {
        private final Guards guards = new Guards();
        private final String role;

        OntoRole(String role) {
            this.role = role;
        }

        @Override
        protected LocalType leave(GlobalType node, Results<LocalType> children) {
            return switch (node) {
                case GlobalType.Comm comm -> communication(comm, children);
                case GlobalType.End ignored -> LocalType.END;
                case GlobalType.Var(String name) -> new LocalType.Var(name);
                case GlobalType.Mu(String var, var ignored) -> guards.recursion(var, children.get(0));
                case GlobalType.Delegate delegate ->
                    throw ProblemException.untraced(
                            new ProjectionError.Delegation(delegate.delegator(), delegate.delegatee()));
            };
        }

        private LocalType communication(GlobalType.Comm comm, Results<LocalType> children) {
            if (comm.branches().isEmpty()) {
                throw ProblemException.untraced(new ProjectionError.EmptyBranches(comm.sender(), comm.receiver()));
            }
            if (role.equals(comm.sender())) {
                return new LocalType.Send(comm.receiver(), Branching.over(comm, children));
            }
            if (role.equals(comm.receiver())) {
                return new LocalType.Recv(comm.sender(), Branching.over(comm, children));
            }
            try {
                return switch (children.size()) {
                    case 1 -> children.get(0);
                    case 2 -> Merge.merge(children.get(0), children.get(1));
                    default -> Merge.mergeAll(children.asList());
                };
            } catch (ProblemException e) {
                throw ProblemException.untraced(new ProjectionError.MergeFailure(role, e.only(MergeError.class)));
            }
        }
    }
}
