package dev.paritas.choreography.check;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.LocalType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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
        boolean contractive = new Contractive().over(type).holds();
        String head = head(type);
        boolean reaches = type.reachesCommunication();
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

    /** The head of the full unfolding is the one under the binders, or a binder again when that is one's variable. */
    private static String head(LocalType type) {
        Set<String> bound = new HashSet<>();
        LocalType here = type;
        while (here instanceof LocalType.Mu(String var, LocalType body)) {
            bound.add(var);
            here = body;
        }
        return switch (here) {
            case LocalType.End ignored -> "end";
            case LocalType.Var(String name) -> bound.contains(name) ? "mu" : "var";
            case LocalType.Mu ignored -> "mu";
            case LocalType.Send ignored -> "send";
            case LocalType.Recv ignored -> "recv";
        };
    }

    /**
     * Whether a type is contractive.
     *
     * @param open the variable that binders alone lead to, which none of them has bound yet
     */
    private record Guard(boolean holds, Optional<String> open) {}

    /** Every binder's variable is guarded in its body. */
    private static final class Contractive extends Fold<LocalType, Guard> {
        @Override
        protected Guard leave(LocalType node, Results<Guard> children) {
            return switch (node) {
                case LocalType.End ignored -> new Guard(true, Optional.empty());
                case LocalType.Var(String name) -> new Guard(true, Optional.of(name));
                case LocalType.Mu(String var, var ignored) -> {
                    Guard body = children.get(0);
                    yield body.open().filter(var::equals).isPresent() ? new Guard(false, Optional.empty()) : body;
                }
                case LocalType.Choice ignored -> {
                    boolean all = true;
                    for (int i = 0; i < children.size(); i++) {
                        all &= children.get(i).holds();
                    }
                    yield new Guard(all, Optional.empty());
                }
            };
        }
    }
}
