package dev.paritas.choreography.check;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.LocalType;
import java.util.Optional;

/**
 * The regular practical fragment in the formal model's reading (spec 11 §10.3): closed, contractive, and a communication
 * at the head of the full unfolding. The runtime's reading is {@link LocalType#regularPracticalFragment}.
 *
 * @param result whether the type is in the fragment
 * @param fullUnfoldHead {@code end}, {@code var}, {@code mu}, {@code send} or {@code recv}
 * @param reason the first thing that is wrong; empty inside the fragment
 */
public record PracticalFragment(
        boolean result,
        boolean reachesCommunication,
        boolean wellFormed,
        String fullUnfoldHead,
        Optional<String> reason) {

    public static PracticalFragment of(LocalType type) {
        boolean closed = type.allVarsBound();
        boolean contractive = new Contractive().over(type);
        LocalType unfolded = type.fullUnfold();
        String head = head(unfolded);
        boolean reaches = unfolded instanceof LocalType.Choice choice
                && !choice.branches().isEmpty();
        Optional<String> reason = !closed
                ? Optional.of("local type has free recursion variables")
                : !contractive
                        ? Optional.of("local type is not contractive/guarded")
                        : !reaches
                                ? Optional.of("full unfolding does not expose a communication head (got " + head + ")")
                                : Optional.empty();
        boolean wellFormed = closed && contractive;
        return new PracticalFragment(wellFormed && reaches, reaches, wellFormed, head, reason);
    }

    private static String head(LocalType type) {
        return switch (type) {
            case LocalType.End _ -> "end";
            case LocalType.Var _ -> "var";
            case LocalType.Mu _ -> "mu";
            case LocalType.Send _ -> "send";
            case LocalType.Recv _ -> "recv";
        };
    }

    /** Every binder's variable is guarded in its body. */
    private static final class Contractive extends Fold<LocalType, Boolean> {
        @Override
        protected Boolean leave(LocalType node, Results<Boolean> children) {
            for (int i = 0; i < children.size(); i++) {
                if (!children.get(i)) {
                    return false;
                }
            }
            return !(node instanceof LocalType.Mu(String var, LocalType body)) || body.isVarGuarded(var);
        }
    }
}
