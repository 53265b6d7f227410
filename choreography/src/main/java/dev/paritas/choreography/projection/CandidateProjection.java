package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.value.ValType;
import java.util.List;

/**
 * {@code trans}: the formal model's candidate projection (spec 11 §4). Total: a role that does not take part follows the
 * first branch alone, so its result is no evidence of projectability.
 */
public final class CandidateProjection {
    private static final Label DELEGATE = Label.of("_delegate");

    private CandidateProjection() {}

    /** {@return the candidate local type of {@code role}} */
    public static LocalType trans(GlobalType type, String role) {
        Guards guards = new Guards();
        return new Fold<GlobalType, LocalType>() {
            @Override
            protected LocalType leave(GlobalType node, Results<LocalType> children) {
                return switch (node) {
                    case GlobalType.End ignored -> LocalType.END;
                    case GlobalType.Var(String name) -> new LocalType.Var(name);
                    case GlobalType.Mu(String var, var ignored) -> guards.recursion(var, children.get(0));
                    case GlobalType.Comm comm -> communication(comm, children, role);
                    case GlobalType.Delegate delegate -> delegation(delegate, children.get(0), role);
                };
            }
        }.over(type);
    }

    private static LocalType communication(GlobalType.Comm comm, Fold.Results<LocalType> children, String role) {
        if (role.equals(comm.sender())) {
            return new LocalType.Send(comm.receiver(), Branching.over(comm, children));
        }
        if (role.equals(comm.receiver())) {
            return new LocalType.Recv(comm.sender(), Branching.over(comm, children));
        }
        return children.size() == 0 ? LocalType.END : children.get(0);
    }

    private static LocalType delegation(GlobalType.Delegate node, LocalType continuation, String role) {
        List<LocalType.Branch> handover =
                List.of(new LocalType.Branch(DELEGATE, new ValType.Chan(node.sessionId(), node.role()), continuation));
        if (role.equals(node.delegator())) {
            return new LocalType.Send(node.delegatee(), handover);
        }
        return role.equals(node.delegatee()) ? new LocalType.Recv(node.delegator(), handover) : continuation;
    }
}
