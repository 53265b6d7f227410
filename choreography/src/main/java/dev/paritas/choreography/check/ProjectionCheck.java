package dev.paritas.choreography.check;

import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.value.ValType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code projectb}: the relation of the formal model's proofs between a protocol, a role and a candidate (spec 11 §6). No
 * executable asks it, and it is <em>not</em> the model's projection: that is {@link CandidateProjection}. A bystander has
 * to have the same local type in all branches, so whoever unites receives is refused.
 */
public final class ProjectionCheck {
    private static final Label DELEGATE = Label.of("_delegate");

    private final String role;
    private final Deque<Pair> waiting = new ArrayDeque<>();

    private ProjectionCheck(String role) {
        this.role = role;
    }

    /** {@return whether {@code candidate} is what {@code role} does in {@code type}} */
    public static boolean holds(GlobalType type, String role, LocalType candidate) {
        ProjectionCheck check = new ProjectionCheck(role);
        check.expect(type, candidate);
        while (!check.waiting.isEmpty()) {
            Pair pair = check.waiting.pop();
            if (!check.fits(pair.type(), pair.candidate())) {
                return false;
            }
        }
        return true;
    }

    /** {@code projectR?}: {@return the candidate projection if the relation holds for it} */
    public static Optional<LocalType> checked(GlobalType type, String role) {
        LocalType candidate = CandidateProjection.trans(type, role);
        return holds(type, role, candidate) ? Optional.of(candidate) : Optional.empty();
    }

    private record Pair(GlobalType type, LocalType candidate) {}

    private boolean expect(GlobalType type, LocalType candidate) {
        waiting.push(new Pair(type, candidate));
        return true;
    }

    /** Compares the heads; what is below them waits. */
    private boolean fits(GlobalType type, LocalType candidate) {
        return switch (type) {
            case GlobalType.End ignored -> candidate instanceof LocalType.End;
            case GlobalType.Var(String name) -> candidate instanceof LocalType.Var(String found) && found.equals(name);
            case GlobalType.Mu mu -> recursion(mu, candidate);
            case GlobalType.Comm comm -> communication(comm, candidate);
            case GlobalType.Delegate delegate -> delegation(delegate, candidate);
        };
    }

    private boolean recursion(GlobalType.Mu mu, LocalType candidate) {
        return switch (candidate) {
            case LocalType.Mu(String var, LocalType body) ->
                var.equals(mu.var()) && body.isVarGuarded(var) && expect(mu.body(), body);
            case LocalType.End ignored -> {
                LocalType body = CandidateProjection.trans(mu.body(), role);
                yield !body.isVarGuarded(mu.var()) && expect(mu.body(), body);
            }
            case LocalType.Choice ignored -> false;
            case LocalType.Var ignored -> false;
        };
    }

    private boolean communication(GlobalType.Comm comm, LocalType candidate) {
        boolean sends = role.equals(comm.sender());
        if (!sends && !role.equals(comm.receiver())) {
            return comm.branches().stream().allMatch(branch -> expect(branch.continuation(), candidate));
        }
        Optional<List<LocalType.Branch>> shared = shared(sends, sends ? comm.receiver() : comm.sender(), candidate);
        if (shared.isEmpty() || shared.get().size() != comm.branches().size()) {
            return false;
        }
        for (int i = 0; i < comm.branches().size(); i++) {
            GlobalType.Branch branch = comm.branches().get(i);
            if (!fits(branch.label(), null, branch.continuation(), shared.get().get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean delegation(GlobalType.Delegate node, LocalType candidate) {
        boolean sends = role.equals(node.delegator());
        if (!sends && !role.equals(node.delegatee())) {
            return expect(node.continuation(), candidate);
        }
        ValType endpoint = new ValType.Chan(node.sessionId(), node.role());
        return shared(sends, sends ? node.delegatee() : node.delegator(), candidate)
                .filter(branches ->
                        branches.size() == 1 && fits(DELEGATE, endpoint, node.continuation(), branches.getFirst()))
                .isPresent();
    }

    private static Optional<List<LocalType.Branch>> shared(boolean sends, String partner, LocalType candidate) {
        return candidate instanceof LocalType.Choice choice
                        && choice instanceof LocalType.Send == sends
                        && choice.partner().equals(partner)
                ? Optional.of(choice.branches())
                : Optional.empty();
    }

    private boolean fits(
            Label label, @Nullable ValType annotation, GlobalType continuation, LocalType.Branch candidate) {
        return label.equals(candidate.label())
                && Objects.equals(annotation, candidate.annotation())
                && expect(continuation, candidate.continuation());
    }
}
