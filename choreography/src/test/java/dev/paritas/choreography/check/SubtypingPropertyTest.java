package dev.paritas.choreography.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.SmallTypes;
import dev.paritas.choreography.type.LocalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proved of asynchronous subtyping, on all pairs and triples of small random types. */
class SubtypingPropertyTest {
    private static final int TYPES = 120;

    private static boolean related(LocalType sub, LocalType sup) {
        return AsyncSubtyping.check(sub, sup, Dialect.REFERENCE).isEmpty();
    }

    private static Optional<List<LocalType.Choice>> phases(LocalType type) {
        return Phases.of(type, Dialect.REFERENCE, AsyncSubtyping.UNFOLD_LIMIT);
    }

    /** {@return the runs of messages that the phase from {@code head} on allows, each with direction and partner} */
    private static Set<String> runs(LocalType.Choice head) {
        Set<String> runs = new TreeSet<>();
        collect(head, head, head instanceof LocalType.Send ? "send" : "receive", runs);
        return runs;
    }

    private static void collect(LocalType.Choice head, LocalType.Choice at, String run, Set<String> runs) {
        for (LocalType.Branch branch : at.branches()) {
            String longer = run + " " + at.partner() + ":" + branch.label();
            runs.add(longer);
            if (Phases.continues(head, branch.continuation())
                    && branch.continuation() instanceof LocalType.Choice next) {
                collect(head, next, longer, runs);
            }
        }
    }

    /**
     * {@code asyncSubtype_iff}: the verdict means that both have phases, as many, and that each pair fits; where no choice
     * repeats a name, a pair fits if both allow the same runs. {@code asyncSubtype_sound}: what the subtype's phases
     * allow the supertype's allow.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_verdict_is_that_of_the_phases(long seed) {
        List<LocalType> pool = SmallTypes.pool(seed, TYPES);
        int yes = 0;
        for (LocalType sub : pool) {
            for (LocalType sup : pool) {
                boolean fit = phases(sub)
                        .flatMap(left -> phases(sup)
                                .filter(right -> left.stream()
                                        .map(SubtypingPropertyTest::runs)
                                        .toList()
                                        .equals(right.stream()
                                                .map(SubtypingPropertyTest::runs)
                                                .toList())))
                        .isPresent();
                assertThat(related(sub, sup))
                        .as("seed %d: %s and %s", seed, sub, sup)
                        .isEqualTo(fit);
                yes += fit && !sub.equals(sup) ? 1 : 0;
            }
        }
        assertThat(yes).as("related types that differ").isGreaterThan(20);
    }

    /** {@code asyncSubtype_trans}: subtyping is transitive. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void subtyping_is_transitive(long seed) {
        List<LocalType> pool = SmallTypes.pool(seed, TYPES);
        int chains = 0;
        for (LocalType a : pool) {
            for (LocalType b : pool) {
                if (!related(a, b)) {
                    continue;
                }
                for (LocalType c : pool) {
                    if (related(b, c)) {
                        assertThat(related(a, c))
                                .as("seed %d: %s, %s, %s", seed, a, b, c)
                                .isTrue();
                        chains += a.equals(b) || b.equals(c) ? 0 : 1;
                    }
                }
            }
        }
        assertThat(chains).as("chains of types that differ").isGreaterThan(20);
    }

    /**
     * {@code asyncSubtype_end}: the end is a subtype of exactly the types without phases. {@code asyncSubtype_self}: a
     * type that repeats no name is a subtype of itself exactly if it has phases. {@code LocalType.phases_more}: a greater
     * budget changes no phases.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_end_the_type_itself_and_a_greater_budget(long seed) {
        List<String> endless = new ArrayList<>();
        for (LocalType type : SmallTypes.pool(seed, TYPES)) {
            String place = "seed " + seed + ": " + type;
            assertThat(related(LocalType.END, type))
                    .as(place)
                    .isEqualTo(phases(type).filter(List::isEmpty).isPresent());
            assertThat(related(type, type)).as(place).isEqualTo(phases(type).isPresent());
            Optional<List<LocalType.Choice>> least = Optional.empty();
            for (long budget = 0; budget <= 12; budget++) {
                Optional<List<LocalType.Choice>> found = Phases.of(type, Dialect.REFERENCE, budget);
                if (least.isPresent()) {
                    assertThat(found).as("%s, budget %d", place, budget).isEqualTo(least);
                }
                least = found;
            }
            assertThat(phases(type)).as(place).isEqualTo(least);
            if (least.isEmpty()) {
                endless.add(place);
            }
        }
        assertThat(endless).as("types without phases within any budget").isNotEmpty();
    }
}
