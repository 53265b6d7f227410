package dev.paritas.choreography.check;

import static dev.paritas.choreography.check.LocalTypes.end;
import static dev.paritas.choreography.check.LocalTypes.mu;
import static dev.paritas.choreography.check.LocalTypes.on;
import static dev.paritas.choreography.check.LocalTypes.recv;
import static dev.paritas.choreography.check.LocalTypes.send;
import static dev.paritas.choreography.check.LocalTypes.var;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.LocalType;
import org.junit.jupiter.api.Test;

/** The examples of spec 11 §10.1. */
class OrphanFreedomTest {
    /** Both dialects agree on every type of this size. */
    private static boolean holds(LocalType type) {
        boolean verdict = OrphanFreedom.holds(type, Dialect.REFERENCE);
        assertThat(OrphanFreedom.holds(type, Dialect.RUNTIME)).isEqualTo(verdict);
        return verdict;
    }

    @Test
    void the_same_label_has_to_come_back() {
        assertThat(holds(send("B", on("req", recv("B", on("resp", end())))))).isFalse();
        assertThat(holds(send("B", on("req", recv("B", on("req", end())))))).isTrue();
        assertThat(holds(send("B", on("m", recv("C", on("m", end())))))).isFalse();
    }

    @Test
    void recursion_is_not_followed_through_variables() {
        assertThat(holds(mu("X", send("B", on("m", recv("B", on("m", var("X"))))))))
                .isTrue();
        assertThat(holds(mu("X", recv("B", on("m", send("B", on("m", var("X"))))))))
                .isFalse();
    }

    @Test
    void one_branch_with_the_label_suffices() {
        assertThat(holds(send("B", on("m", recv("B", on("q", end()), on("z", recv("B", on("m", end()))))))))
                .isTrue();
    }

    @Test
    void an_answer_may_stand_behind_another_send() {
        assertThat(holds(send("B", on("m", send("B", on("m", recv("B", on("m", end()))))))))
                .isTrue();
    }

    @Test
    void what_never_sends_is_free() {
        assertThat(holds(send("B"))).isTrue();
        assertThat(holds(end())).isTrue();
        assertThat(holds(var("t"))).isTrue();
    }

    @Test
    void deep_types_need_no_deep_stack() {
        LocalType deep = end();
        for (int i = 0; i < 9_990; i++) {
            deep = recv("B", on("m", deep));
        }
        assertThat(holds(deep)).isTrue();
        for (int i = 0; i < 20; i++) {
            deep = recv("B", on("m", deep));
        }
        assertThat(OrphanFreedom.holds(deep, Dialect.REFERENCE)).isFalse();
        assertThat(OrphanFreedom.holds(deep, Dialect.RUNTIME)).isTrue();
    }

    @Test
    void the_answer_counts_from_the_same_partner_and_from_inside_the_recursion_only() {
        assertThat(holds(send("B", on("m", recv("C", on("m", recv("B", on("m", end()))))))))
                .isTrue();
        assertThat(holds(mu("X", send("B", on("m", mu("Y", recv("B", on("m", var("X")))))))))
                .isTrue();
        // The inner binder of the same name is not entered, so what it sends is not looked at.
        assertThat(holds(mu("X", mu("X", send("B", on("m", end())))))).isTrue();
        assertThat(holds(mu("X", send("B", on("m", mu("X", recv("B", on("m", end()))))))))
                .isTrue();
    }
}
