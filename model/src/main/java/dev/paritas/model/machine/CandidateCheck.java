package dev.paritas.model.machine;

import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The boolean projection checker of dialect L: whether a candidate is the projection of a protocol on a role. Unlike the
 * runtime's projection it never merges: a bystander's candidate has to fit every branch (spec 22 §4.2, 11 §6).
 */
final class CandidateCheck {
    /** The label under which an endpoint is handed over. */
    static final String DELEGATE_LABEL = "_delegate";

    private record Claim(GlobalType global, LocalType candidate) {}

    private final String role;
    private final ArrayDeque<Claim> open = new ArrayDeque<>();

    private CandidateCheck(String role) {
        this.role = role;
    }

    /** {@return whether {@code candidate} is accepted as what {@code role} does in {@code global}} */
    static boolean accepts(GlobalType global, String role, LocalType candidate) {
        CandidateCheck check = new CandidateCheck(role);
        check.open.push(new Claim(global, candidate));
        while (!check.open.isEmpty()) {
            Claim claim = check.open.pop();
            if (!check.holds(claim.global(), claim.candidate())) {
                return false;
            }
        }
        return true;
    }

    /** Checks the heads and leaves the claims about the parts open. */
    private boolean holds(GlobalType global, LocalType candidate) {
        return switch (global) {
            case GlobalType.End ignored -> candidate instanceof LocalType.End;
            case GlobalType.Var var ->
                candidate instanceof LocalType.Var local && local.name().equals(var.name());
            case GlobalType.Mu mu -> holds(mu, candidate);
            case GlobalType.Comm comm -> {
                if (role.equals(comm.sender())) {
                    yield candidate instanceof LocalType.Send send
                            && send.partner().equals(comm.receiver())
                            && pairwise(comm.branches(), send.branches());
                }
                if (role.equals(comm.receiver())) {
                    yield candidate instanceof LocalType.Recv recv
                            && recv.partner().equals(comm.sender())
                            && pairwise(comm.branches(), recv.branches());
                }
                comm.branches().forEach(branch -> open.push(new Claim(branch.continuation(), candidate)));
                yield true;
            }
            case GlobalType.Delegate delegate -> {
                if (role.equals(delegate.delegator())) {
                    yield candidate instanceof LocalType.Send send
                            && send.partner().equals(delegate.delegatee())
                            && handsOver(delegate, send.branches());
                }
                if (role.equals(delegate.delegatee())) {
                    yield candidate instanceof LocalType.Recv recv
                            && recv.partner().equals(delegate.delegator())
                            && handsOver(delegate, recv.branches());
                }
                open.push(new Claim(delegate.continuation(), candidate));
                yield true;
            }
        };
    }

    private boolean holds(GlobalType.Mu mu, LocalType candidate) {
        return switch (candidate) {
            case LocalType.Mu(String var, LocalType body) -> {
                open.push(new Claim(mu.body(), body));
                yield var.equals(mu.var()) && body.isVarGuarded(var);
            }
            case LocalType.End ignored -> {
                LocalType body = CandidateProjection.trans(mu.body(), role);
                open.push(new Claim(mu.body(), body));
                yield !body.isVarGuarded(mu.var());
            }
            case LocalType.Send ignored -> false;
            case LocalType.Recv ignored -> false;
            case LocalType.Var ignored -> false;
        };
    }

    private boolean pairwise(List<GlobalType.Branch> global, List<LocalType.Branch> local) {
        if (global.size() != local.size()) {
            return false;
        }
        for (int i = 0; i < global.size(); i++) {
            LocalType.Branch branch = local.get(i);
            if (!branch.label().equals(global.get(i).label()) || branch.annotation() != null) {
                return false;
            }
            open.push(new Claim(global.get(i).continuation(), branch.continuation()));
        }
        return true;
    }

    private boolean handsOver(GlobalType.Delegate delegate, List<LocalType.Branch> branches) {
        if (branches.size() != 1) {
            return false;
        }
        LocalType.Branch branch = branches.getFirst();
        @Nullable ValType annotation = branch.annotation();
        open.push(new Claim(delegate.continuation(), branch.continuation()));
        return branch.label().equals(new Label(DELEGATE_LABEL, PayloadSort.UNIT))
                && new ValType.Chan(delegate.sessionId(), delegate.role()).equals(annotation);
    }
}
