package dev.paritas.junit;

import static dev.paritas.junit.ParityAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.Implementation;
import dev.paritas.bridge.InputException;
import dev.paritas.bridge.Parity;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ParityAssertionsTest {
    private final Recorder recorder = new Recorder();

    @Test
    void a_complete_recording_conforms() {
        Played.order(recorder, "order-1");
        recorder.ended("order-1", "Buyer");
        assertThat(recorder).conformsTo(Played.ORDER).conformsSoFarTo(Played.ORDER);
    }

    @Test
    void a_violation_is_told_with_all_that_is_needed_to_mend_it() {
        Played.order(recorder, "order-1");
        recorder.sent("order-2", "Buyer", "Seller", "Order");
        recorder.received("order-2", "Seller", "Buyer", "Order");
        recorder.sent("order-2", "Seller", "Buyer", "Bill");
        assertThatThrownBy(() -> assertThat(recorder).conformsSoFarTo(Played.ORDER))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("""
                        session order-2 does not follow the protocol: event 3, NOT_ALLOWED
                          happened  Seller sends 'Bill' to Buyer
                          because   the protocol does not allow it here
                          allowed   send 'Accept' to Buyer
                                    send 'Refuse' to Buyer
                          before    Buyer sends 'Order' to Seller
                                    Seller receives 'Order' from Buyer
                          next      make the runtime do what is allowed, or add "Seller sends 'Bill' to Buyer" to the protocol""");
        assertThatThrownBy(() -> assertThat(recorder).conformsTo(Played.ORDER))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("session order-2 does not follow the protocol: event 3, NOT_ALLOWED");
    }

    @Test
    void an_unfinished_session_conforms_so_far_and_not_completely() {
        recorder.sent("order: 1", "Buyer", "Seller", "Order");
        recorder.sent("order", "Buyer", "Seller", "Order");
        recorder.received("order: 1", "Seller", "Buyer", "Order");
        assertThat(recorder).conformsSoFarTo(Played.ORDER);
        assertThatThrownBy(() -> assertThat(recorder).conformsTo(Played.ORDER))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("""
                        session order is not finished after 1 event
                          allowed   Buyer may receive 'Accept' from Seller or receive 'Refuse' from Seller
                                    Seller may receive 'Order' from Buyer
                          before    Buyer sends 'Order' to Seller
                          next      let the roles go on, or wait for them before the recording is judged
                        session order: 1 is not finished after 2 events
                          allowed   Buyer may receive 'Accept' from Seller or receive 'Refuse' from Seller
                                    Seller may send 'Accept' to Buyer or send 'Refuse' to Buyer
                          before    Buyer sends 'Order' to Seller
                                    Seller receives 'Order' from Buyer
                          next      let the roles go on, or wait for them before the recording is judged""");
    }

    @Test
    void a_recording_of_nothing_never_conforms() {
        for (Runnable claim : List.<Runnable>of(
                () -> assertThat(recorder).conformsTo(Played.ORDER),
                () -> assertThat(recorder).conformsSoFarTo(Played.ORDER))) {
            assertThatThrownBy(claim::run)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageStartingWith("nothing was recorded");
        }
    }

    @Test
    void each_way_to_go_wrong_has_a_next_step_of_its_own() {
        recorder.sent("unknown", "Broker", "Seller", "Order");
        Played.order(recorder, "over");
        recorder.sent("over", "Buyer", "Seller", "Order");
        recorder.sent("unsent", "Buyer", "Seller", "Order");
        recorder.received("unsent", "Buyer", "Seller", "Refuse");
        recorder.received("fourth", "Buyer", "Seller", "Bill");
        assertThatThrownBy(() -> assertThat(recorder).conformsTo(Played.ORDER))
                .hasMessageContainingAll(
                        "UNKNOWN_ROLE",
                        "record a role of the protocol: Buyer, Seller",
                        "SESSION_OVER",
                        "give the next session a name of its own",
                        "NOT_SENT",
                        "find the sender",
                        "and 1 more session against the protocol");
    }

    @Test
    void a_protocol_without_projection_is_refused() {
        Played.order(recorder, "order-1");
        Choreography unbound = Choreography.parse("{\"kind\":\"var\",\"name\":\"X\"}");
        assertThatThrownBy(() -> assertThat(recorder).conformsTo(unbound)).isInstanceOf(InputException.class);
    }

    @Test
    void implementations_that_mean_the_same_agree() {
        try (Implementation machine = Implementation.machine();
                Implementation model = Implementation.model()) {
            assertThat(machine)
                    .agreesWith(model)
                    .on(Played.ORDER)
                    .inMode(Parity.Mode.ROLE)
                    .within(100)
                    .on(Played.ORDER);
        }
    }

    @Test
    void implementations_that_differ_do_not_agree_and_the_difference_is_told() {
        EffectHandler deaf = new EffectHandler() {
            @Override
            public EffectResult<EffectResult.Done> handleRecv(
                    String role, String partner, String label, RegisterFile state, Value payload) {
                return EffectResult.failure(EffectFailure.contractViolation(role + " does not listen"));
            }
        };
        try (Implementation machine = Implementation.machine();
                Implementation other = Implementation.machine(deaf)) {
            assertThatThrownBy(() -> assertThat(other).agreesWith(machine).on(Played.ORDER))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageStartingWith("the implementations do not agree: DIVERGE\n  ")
                    .hasMessageContaining("received")
                    .hasMessageEndingWith(
                            "\n  next      make one side do there what the other does, or change the protocol for both");
        }
    }
}
