package dev.paritas.choreography;

import dev.paritas.choreography.type.LocalType;
import java.util.Objects;

/** The order in which the Lean theorems bound merges and projections. */
final class Within {
    private Within() {}

    /**
     * {@return whether {@code bound} does what {@code type} does and offers every branch of it, perhaps more: same
     * partners, labels and annotations; the order of branches does not count}
     */
    static boolean holds(LocalType type, LocalType bound) {
        return switch (type) {
            case LocalType.End _ -> bound instanceof LocalType.End;
            case LocalType.Var var -> var.equals(bound);
            case LocalType.Mu(String var, LocalType body) ->
                bound instanceof LocalType.Mu(String other, LocalType inner) && var.equals(other) && holds(body, inner);
            case LocalType.Send send -> bound instanceof LocalType.Send other && choice(send, other);
            case LocalType.Recv recv -> bound instanceof LocalType.Recv other && choice(recv, other);
        };
    }

    /** {@return whether both do the same up to the order of branches} */
    static boolean same(LocalType left, LocalType right) {
        return holds(left, right) && holds(right, left);
    }

    private static boolean choice(LocalType.Choice type, LocalType.Choice bound) {
        return type.partner().equals(bound.partner())
                && type.branches().stream()
                        .allMatch(branch -> bound.branches().stream().anyMatch(other -> counterpart(branch, other)));
    }

    private static boolean counterpart(LocalType.Branch branch, LocalType.Branch other) {
        return branch.label().equals(other.label())
                && Objects.equals(branch.annotation(), other.annotation())
                && holds(branch.continuation(), other.continuation());
    }
}
