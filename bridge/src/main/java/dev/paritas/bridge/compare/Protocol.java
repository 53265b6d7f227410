package dev.paritas.bridge.compare;

import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One session's choreography, as far as the explanation of a divergence needs it. */
public record Protocol(GlobalType global, List<String> roles) {
    public Protocol {
        roles = List.copyOf(roles);
    }

    /** {@return whether the machine takes the protocol at all: well-formed, with at least one role} */
    boolean isWellFormed() {
        return global.wellFormed() && !roles.isEmpty();
    }

    /** {@return whether a role sends to itself} */
    boolean hasSelfCommunication() {
        return !global.noSelfComm();
    }

    /** {@return a role of the protocol that the list does not name} */
    Optional<String> unlistedRole() {
        return global.roles().stream().filter(role -> !roles.contains(role)).findFirst();
    }

    /** {@return whether the list names a role twice, or one that the protocol does not mention} */
    boolean hasOddRoleList() {
        return new HashSet<>(roles).size() != roles.size()
                || !roles.stream().allMatch(global::mentionsRole) && !roles.isEmpty() && !isTrivial();
    }

    /** {@return whether nothing is wrong with the protocol but that a role sends to itself} */
    boolean isWellFormedButForSelfCommunication() {
        return global.allVarsBound()
                && global.allCommsNonEmpty()
                && global.uniqueBranchLabels()
                && global.isGuarded()
                && !roles.isEmpty();
    }

    /** {@return what R runs for {@code role}; empty when R refuses the protocol, which a recorded run may deny} */
    Optional<LocalType> projection(String role) {
        try {
            return Optional.of(Projection.project(global, role));
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return Optional.empty();
        }
    }

    /** {@return what L runs for {@code role}} */
    LocalType candidate(String role) {
        return CandidateProjection.trans(global, role);
    }

    private boolean isTrivial() {
        return global instanceof GlobalType.End;
    }

    /** {@return whether an inner loop jumps to an outer one, whose name the machine's monitor ignores (spec 20 §9.4)} */
    boolean hasOuterJump() {
        Deque<Open> open = new ArrayDeque<>(List.of(new Open(global, null)));
        while (!open.isEmpty()) {
            Open next = open.pop();
            GlobalType node = next.node();
            GlobalType.Mu innermost = next.innermost();
            if (node instanceof GlobalType.Var(String name)
                    && innermost != null
                    && !innermost.var().equals(name)) {
                return true;
            }
            GlobalType.Mu around = node instanceof GlobalType.Mu loop && node != global ? loop : innermost;
            for (int i = 0; i < node.arity(); i++) {
                open.push(new Open(node.child(i), around));
            }
        }
        return false;
    }

    /** @param innermost the loop around {@code node}, null where only the whole protocol is one */
    private record Open(GlobalType node, GlobalType.@Nullable Mu innermost) {}
}
