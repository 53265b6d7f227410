package dev.paritas.choreography.check;

import static dev.paritas.choreography.check.LocalTypes.end;
import static dev.paritas.choreography.check.LocalTypes.mu;
import static dev.paritas.choreography.check.LocalTypes.on;
import static dev.paritas.choreography.check.LocalTypes.recv;
import static dev.paritas.choreography.check.LocalTypes.send;
import static dev.paritas.choreography.check.LocalTypes.var;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The rows of spec 11 §9.4. */
class AsyncSubtypingTest {
    private static final String OUTPUT = "output trees do not match";
    private static final String INPUT = "input trees do not match";
    private static final String LIMIT = "siso decomposition exceeded the unfold limit";

    private static String phases(int sub, int sup) {
        return "siso phase mismatch: subtype has " + sub + " segments, supertype has " + sup;
    }

    private static void related(LocalType sub, LocalType sup) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(AsyncSubtyping.check(sub, sup, dialect))
                    .as(dialect.name())
                    .isEmpty();
        }
    }

    private static void unrelated(LocalType sub, LocalType sup, String message) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(AsyncSubtyping.check(sub, sup, dialect).map(SubtypingError::sentence))
                    .as(dialect.name())
                    .contains(message);
        }
    }

    @Test
    void finite_types_are_subtypes_of_themselves() {
        LocalType request = send("B", on("req", recv("B", on("resp", end()))));
        related(request, request);
        LocalType twoPartners = send("B", on("a", send("C", on("b", end()))));
        related(twoPartners, twoPartners);
        related(end(), var("x"));
    }

    @Test
    void sends_to_different_partners_are_one_phase() {
        unrelated(
                send("B", on("a", send("C", on("b", end())))),
                send("B", on("a", recv("C", on("b", end())))),
                phases(1, 2));
    }

    @Test
    void different_labels_partners_and_directions_are_told_apart() {
        unrelated(send("B", on("msg", end())), send("B", on("other", end())), OUTPUT);
        unrelated(recv("A", on("m", end())), recv("B", on("m", end())), INPUT);
        unrelated(recv("B", on("m", end())), send("B", on("m", end())), INPUT);
        unrelated(send("B", on("m", end())), recv("B", on("m", end())), INPUT);
        unrelated(send("B", on("m", PayloadSort.NAT, end())), send("B", on("m", end())), OUTPUT);
    }

    @Test
    void the_number_of_phases_counts() {
        unrelated(send("B", on("r", recv("B", on("s", end())))), send("B", on("r", end())), phases(2, 1));
    }

    @Test
    void only_the_first_way_out_is_followed() {
        LocalType left = send("B", on("a", end()), on("b", recv("B", on("x", end()))));
        LocalType right = send("B", on("b", end()), on("a", end()));
        related(left, right);
        related(right, left);
        unrelated(left, send("B", on("b", recv("B", on("x", end()))), on("a", end())), phases(1, 2));
    }

    @Test
    void a_loop_whose_first_branch_leaves_is_finite() {
        LocalType stopFirst = mu("X", send("B", on("stop", end()), on("go", var("X"))));
        related(stopFirst, stopFirst);
        LocalType goFirst = mu("X", send("B", on("go", var("X")), on("stop", end())));
        unrelated(goFirst, goFirst, LIMIT);
        unrelated(mu("X", send("B", on("m", var("X")))), end(), LIMIT);
        unrelated(end(), mu("X", send("B", on("m", var("X")))), LIMIT);
    }

    @Test
    void nested_loops_reach_the_limit_without_deep_stacks() {
        LocalType nested = mu(
                "a", send("B", on("m", mu("b", recv("C", on("n", send("D", on("o", var("a")), on("p", var("b")))))))));
        unrelated(nested, nested, LIMIT);
    }

    @Test
    void equal_labels_are_counted() {
        related(send("B", on("x", end()), on("x", end())), send("B", on("x", end()), on("y", end())));
    }

    @Test
    void the_dialects_differ_on_equal_labels() {
        LocalType sub = send("B", on("x", end()), on("x", end()));
        LocalType sup = send("B", on("x", end()), on("x", send("C", on("q", end()))));
        assertThat(AsyncSubtyping.check(sub, sup, Dialect.REFERENCE)).isEmpty();
        assertThat(AsyncSubtyping.check(sub, sup, Dialect.RUNTIME).map(SubtypingError::sentence))
                .contains(OUTPUT);
    }

    @Test
    void a_type_of_many_levels_uses_up_the_reference_limit_only() {
        LocalType deep = end();
        for (int i = 0; i < 10_001; i++) {
            deep = send("B", on("m", deep));
        }
        assertThat(AsyncSubtyping.check(deep, deep, Dialect.REFERENCE).map(SubtypingError::sentence))
                .contains(LIMIT);
        assertThat(AsyncSubtyping.check(deep, deep, Dialect.RUNTIME)).isEmpty();
    }

    @Test
    void the_formal_model_pays_for_branches_tried_in_vain() {
        LocalType.Branch[] branches = new LocalType.Branch[5];
        for (int i = 0; i < 4; i++) {
            branches[i] = on("b" + i, send("C"));
        }
        branches[4] = on("out", end());
        LocalType wide = send("B", branches);
        // The search for the way out is at one more for each of the four branches, from one on.
        assertThat(AsyncSubtyping.check(wide, wide, Dialect.REFERENCE, 4)).isPresent();
        assertThat(AsyncSubtyping.check(wide, wide, Dialect.REFERENCE, 5)).isEmpty();
        assertThat(AsyncSubtyping.check(wide, wide, Dialect.RUNTIME, 0)).isEmpty();
    }

    @Test
    void a_limit_of_millions_needs_no_more_stack_than_one_of_ten() throws InterruptedException {
        int binders = 3_000_000;
        LocalType deep = recv("B", on("m", end()));
        for (int i = 0; i < binders; i++) {
            deep = mu("t", deep);
        }
        LocalType tower = deep;
        LocalType loop = mu("X", send("B", on("go", var("X")), on("stop", end())));
        Map<String, Object> answers = new ConcurrentHashMap<>();
        Thread small = new Thread(
                null,
                () -> {
                    answers.put("fits", AsyncSubtyping.check(tower, tower, Dialect.RUNTIME, binders));
                    answers.put("exceeds", AsyncSubtyping.check(tower, tower, Dialect.RUNTIME, binders - 1L));
                    answers.put("loop", AsyncSubtyping.check(loop, loop, Dialect.RUNTIME, binders));
                    answers.put("endless", AsyncSubtyping.check(loop, loop, Dialect.REFERENCE, Long.MAX_VALUE));
                    // A stack this small does not carry a recursion even into a fiftieth of the depth.
                    answers.put("recursion", overflows(tower, binders / 50));
                },
                "small",
                64 << 10);
        small.start();
        small.join();
        assertThat(answers)
                .containsEntry("fits", Optional.empty())
                .containsEntry("exceeds", Optional.of(new SubtypingError.UnfoldLimitExceeded()))
                .containsEntry("loop", Optional.of(new SubtypingError.UnfoldLimitExceeded()))
                .containsEntry("endless", Optional.of(new SubtypingError.UnfoldLimitExceeded()))
                .containsEntry("recursion", true);
    }

    private static boolean overflows(LocalType type, int levels) {
        try {
            return binders(type, levels) < 0;
        } catch (StackOverflowError e) {
            return true;
        }
    }

    private static int binders(LocalType type, int levels) {
        return type instanceof LocalType.Mu mu && levels > 0 ? 1 + binders(mu.body(), levels - 1) : 0;
    }
}
