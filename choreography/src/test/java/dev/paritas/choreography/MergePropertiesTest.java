package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.LocalPair;
import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.MergeError;
import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Laws of the merge (spec 11 §13) on pairs of types that differ by one change. */
class MergePropertiesTest {
    private static Optional<LocalType> merged(LocalType left, LocalType right) {
        try {
            return Optional.of(Merge.merge(left, right));
        } catch (ProblemException e) {
            e.only(MergeError.class);
            return Optional.empty();
        }
    }

    private static LocalType sorted(LocalType type) {
        return new Fold<LocalType, LocalType>() {
            @Override
            protected LocalType leave(LocalType node, Results<LocalType> children) {
                return node.withChildren(children) instanceof LocalType.Choice choice
                        ? choice.withBranches(choice.branches().stream()
                                .sorted(Comparator.comparing(
                                        branch -> branch.label().name()))
                                .toList())
                        : node.withChildren(children);
            }
        }.over(type);
    }

    /**
     * {@code merge_comm}: where both orders merge, they give the same up to the order of branches. {@code merge_swap}: the
     * other order merges as well where no choice repeats a name.
     */
    @Test
    void a_merge_is_commutative_up_to_the_order_of_branches() {
        int exist = 0;
        int fail = 0;
        for (long seed = 1; seed <= 1_000; seed++) {
            LocalPair pair = LocalPair.of(seed);
            Optional<LocalType> left = merged(pair.sub(), pair.sup());
            Optional<LocalType> right = merged(pair.sup(), pair.sub());
            assertThat(left.map(MergePropertiesTest::sorted))
                    .as("seed %d: %s and %s", seed, pair.sub(), pair.sup())
                    .isEqualTo(right.map(MergePropertiesTest::sorted));
            exist += left.isPresent() ? 1 : 0;
            fail += left.isEmpty() ? 1 : 0;
        }
        assertThat(exist).isGreaterThan(150);
        assertThat(fail).isGreaterThan(150);
    }
}
