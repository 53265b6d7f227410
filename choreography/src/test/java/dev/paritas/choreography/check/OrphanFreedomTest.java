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
    @Test
    void the_same_label_has_to_come_back() {
        assertThat(OrphanFreedom.holds(send("B", on("req", recv("B", on("resp", end()))))))
                .isFalse();
        assertThat(OrphanFreedom.holds(send("B", on("req", recv("B", on("req", end()))))))
                .isTrue();
        assertThat(OrphanFreedom.holds(send("B", on("m", recv("C", on("m", end()))))))
                .isFalse();
    }

    @Test
    void recursion_is_not_followed_through_variables() {
        assertThat(OrphanFreedom.holds(mu("X", send("B", on("m", recv("B", on("m", var("X"))))))))
                .isTrue();
        assertThat(OrphanFreedom.holds(mu("X", recv("B", on("m", send("B", on("m", var("X"))))))))
                .isFalse();
    }

    @Test
    void one_branch_with_the_label_suffices() {
        assertThat(OrphanFreedom.holds(send(
                        "B", on("m", recv("B", on("q", end()), on("z", recv("B", on("m", end()))))))))
                .isTrue();
    }

    @Test
    void an_answer_may_stand_behind_another_send() {
        assertThat(OrphanFreedom.holds(send("B", on("m", send("B", on("m", recv("B", on("m", end()))))))))
                .isTrue();
    }

    @Test
    void what_never_sends_is_free() {
        assertThat(OrphanFreedom.holds(send("B"))).isTrue();
        assertThat(OrphanFreedom.holds(end())).isTrue();
        assertThat(OrphanFreedom.holds(var("t"))).isTrue();
    }

    @Test
    void deep_types_need_no_deep_stack() {
        LocalType deep = end();
        for (int i = 0; i < 9_990; i++) {
            deep = recv("B", on("m", deep));
        }
        assertThat(OrphanFreedom.holds(deep)).isTrue();
        for (int i = 0; i < 20; i++) {
            deep = recv("B", on("m", deep));
        }
        assertThat(OrphanFreedom.holds(deep)).isFalse();
    }
}
