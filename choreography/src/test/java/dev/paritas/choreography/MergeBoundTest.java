package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.MergeError;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proved of the merge, on all pairs and triples of small random types; a failing case shows its seed. */
class MergeBoundTest {
    private static final int TYPES = 60;

    private static Optional<LocalType> merged(LocalType... types) {
        try {
            return Optional.of(Merge.mergeAll(List.of(types)));
        } catch (ProblemException e) {
            e.only(MergeError.class);
            return Optional.empty();
        }
    }

    /** {@code merge_upper}: the merge offers every branch of both sides. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_merge_offers_every_branch_of_both_sides(long seed) {
        int wider = 0;
        for (LocalType left : SmallTypes.pool(seed, TYPES)) {
            for (LocalType right : SmallTypes.pool(seed, TYPES)) {
                Optional<LocalType> merged = merged(left, right);
                if (merged.isPresent()) {
                    LocalType merge = merged.get();
                    assertThat(Within.holds(left, merge) && Within.holds(right, merge))
                            .as("seed %d: %s and %s give %s", seed, left, right, merge)
                            .isTrue();
                    wider += Within.same(left, merge) || Within.same(right, merge) ? 0 : 1;
                }
            }
        }
        assertThat(wider).as("merges wider than both sides").isGreaterThan(20);
    }

    /**
     * {@code merge_least}: whatever offers every branch of both sides offers every branch of the merge.
     * {@code mergeAll_upper}: the merge of three offers every branch of each. {@code merge_assoc}: merged from the left
     * or from the right, they give the same up to the order of branches.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_merge_is_the_least_bound_and_three_may_be_merged_from_either_end(long seed) {
        List<LocalType> pool = SmallTypes.pool(seed, TYPES);
        int triples = 0;
        for (LocalType a : pool) {
            for (LocalType b : pool) {
                Optional<LocalType> ab = merged(a, b);
                if (ab.isEmpty() || a.equals(b)) {
                    continue;
                }
                for (LocalType c : pool) {
                    String place = "seed " + seed + ": " + a + ", " + b + ", " + c;
                    if (Within.holds(a, c) && Within.holds(b, c)) {
                        assertThat(Within.holds(ab.get(), c)).as(place).isTrue();
                    }
                    Optional<LocalType> all = merged(a, b, c);
                    if (all.isEmpty()) {
                        continue;
                    }
                    assertThat(List.of(a, b, c)).as(place).allMatch(type -> Within.holds(type, all.get()));
                    assertThat(Within.holds(ab.get(), all.get())).as(place).isTrue();
                    Optional<LocalType> right = merged(b, c).flatMap(bc -> merged(a, bc));
                    if (right.isPresent()) {
                        assertThat(Within.same(all.get(), right.get()))
                                .as(place)
                                .isTrue();
                        triples++;
                    }
                }
            }
        }
        assertThat(triples).isGreaterThan(500);
    }

    /**
     * {@code merge_end}: only the end merges with the end. {@code merge_send_recv}: a send and a receive never merge.
     * {@code merge_send_partner}: merged sends go to the one partner of both. {@code mergeAll_same}: equal types merge to
     * themselves.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void heads_that_merge_are_alike(long seed) {
        List<LocalType> pool = SmallTypes.pool(seed, TYPES);
        for (LocalType left : pool) {
            assertThat(Merge.mergeAll(List.of(left, left, left))).isEqualTo(left);
            for (LocalType right : pool) {
                Optional<LocalType> merged = merged(left, right);
                if (merged.isPresent()) {
                    assertThat(headsFit(left, right, merged.get()))
                            .as("seed %d: %s and %s give %s", seed, left, right, merged.get())
                            .isTrue();
                }
            }
        }
    }

    private static boolean headsFit(LocalType left, LocalType right, LocalType merged) {
        return switch (left) {
            case LocalType.End end -> right.equals(end) && merged.equals(end);
            case LocalType.Send send ->
                right instanceof LocalType.Send other
                        && merged instanceof LocalType.Send both
                        && send.partner().equals(other.partner())
                        && send.partner().equals(both.partner());
            case LocalType.Recv _ -> right instanceof LocalType.Recv && merged instanceof LocalType.Recv;
            case LocalType.Mu _, LocalType.Var _ -> !(right instanceof LocalType.End);
        };
    }
}
