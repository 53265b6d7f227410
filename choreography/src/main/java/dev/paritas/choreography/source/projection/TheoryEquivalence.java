package dev.paritas.choreography.source.projection;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;

/** The comparison of local types that leaves sorts and annotations aside (spec 11 §7). */
public final class TheoryEquivalence {
    private TheoryEquivalence() {}

    /** {@return whether both are equal but for sorts and annotations; binder names and branch order count} */
    public static boolean equivalent(LocalType left, LocalType right) {
        return bare(left).equals(bare(right));
    }

    private static LocalType bare(LocalType type) {
        return new Fold<LocalType, LocalType>() {
            @Override
            protected LocalType leave(LocalType node, Results<LocalType> children) {
                LocalType whole = node.withChildren(children);
                return whole instanceof LocalType.Choice choice
                        ? choice.withBranches(choice.branches().stream()
                                .map(branch -> new LocalType.Branch(
                                        Label.of(branch.label().name()), branch.continuation()))
                                .toList())
                        : whole;
            }
        }.over(type);
    }
}
