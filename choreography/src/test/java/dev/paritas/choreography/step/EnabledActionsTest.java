package dev.paritas.choreography.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnabledActionsTest {
    private static final GlobalAction AB = new GlobalAction("A", "B", Label.of("x"));
    private static final GlobalAction CD = new GlobalAction("C", "D", Label.of("y"));
    private static final GlobalAction BA = new GlobalAction("B", "A", Label.of("z"));

    @Test
    void an_independent_message_is_enabled_and_an_answer_is_not() {
        GlobalType type = comm(AB, comm(CD, comm(BA, GlobalType.END)));
        assertThat(EnabledActions.of(type, 10).actions()).containsExactly(AB, CD);
        assertThat(EnabledActions.of(comm(BA, GlobalType.END), 10).actions()).containsExactly(BA);
        assertThat(EnabledActions.of(GlobalType.END, 10)).isEqualTo(new EnabledActions<>(List.of(), 0));
    }

    @Test
    void each_action_is_tried_once_and_those_beyond_the_limit_are_counted() {
        GlobalType type = comm(AB, comm(AB, comm(CD, comm(BA, GlobalType.END))));
        assertThat(EnabledActions.of(type, 1)).isEqualTo(new EnabledActions<>(List.of(AB), 2));
        assertThat(EnabledActions.of(type, 3).untried()).isZero();
    }

    @Test
    void a_send_overtakes_sends_to_others_and_nothing_overtakes_a_receive() {
        LocalType sends = LocalType.send("B", "x", LocalType.send("C", "y", LocalType.recv("B", "z", LocalType.END)));
        assertThat(EnabledActions.of(sends, 10).actions())
                .extracting(Object::toString)
                .containsExactly("!B{x}", "!C{y}");
        LocalType receives = LocalType.recv("B", "x", LocalType.send("C", "y", LocalType.END));
        assertThat(EnabledActions.of(receives, 10).actions())
                .extracting(Object::toString)
                .containsExactly("?B{x}");
    }

    @Test
    void a_deep_type_needs_no_deep_stack() {
        GlobalType type = GlobalType.END;
        for (int i = 0; i < 20_000; i++) {
            type = comm(AB, type);
        }
        assertThat(EnabledActions.of(type, 10).actions()).containsExactly(AB);
    }

    private static GlobalType comm(GlobalAction action, GlobalType then) {
        return GlobalType.comm(
                action.sender(), action.receiver(), action.label().name(), then);
    }
}
