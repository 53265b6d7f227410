package dev.paritas.choreography.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.choreography.type.LocalType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Local types as numbered states. */
final class RoleStatesTest {
    @Test
    void a_role_with_nothing_to_do_begins_at_its_end() {
        assertThat(RoleStates.of(LocalType.END)).isEqualTo(new RoleStates(1, List.of(0), List.of()));
    }

    @Test
    void each_message_leads_to_a_state_and_the_last_to_the_end() {
        assertThat(RoleStates.of(LocalType.send("B", "ping", LocalType.recv("B", "pong", LocalType.END))))
                .isEqualTo(new RoleStates(
                        3,
                        List.of(2),
                        List.of(
                                new RoleStates.Move(0, Action.SEND, "B", "ping", 1),
                                new RoleStates.Move(1, Action.RECEIVE, "B", "pong", 2))));
    }

    @Test
    void a_loop_leads_back_and_has_no_end() {
        LocalType loop = new LocalType.Mu("X", LocalType.send("B", "m", new LocalType.Var("X")));
        assertThat(RoleStates.of(loop))
                .isEqualTo(new RoleStates(1, List.of(), List.of(new RoleStates.Move(0, Action.SEND, "B", "m", 0))));
    }

    @Test
    void a_repetition_without_a_message_has_no_states() {
        assertThatThrownBy(() -> RoleStates.of(new LocalType.Mu("X", new LocalType.Var("X"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
