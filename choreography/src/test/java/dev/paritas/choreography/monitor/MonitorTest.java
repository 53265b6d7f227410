package dev.paritas.choreography.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paritas.choreography.source.WrittenChoreographies;
import dev.paritas.choreography.type.GlobalType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonitorTest {
    private static final GlobalType ORDER = protocol("""
            protocol Order =
              roles Buyer, Seller
              Buyer -> Seller : Order
              choice Seller at
                | Ship =>
                  Seller -> Buyer : Parcel
                | Refuse =>
                  Seller -> Buyer : Sorry
            """);
    private static final GlobalType STREAM = protocol("""
            protocol Stream =
              roles A, B
              rec Loop
                choice A at
                  | Next =>
                    A -> B : Item
                    continue Loop
                  | Done =>
                    A -> B : Bye
            """);

    private static GlobalType protocol(String tell) {
        return WrittenChoreographies.read(tell.getBytes(StandardCharsets.UTF_8))
                .getFirst()
                .globalType();
    }

    private final Monitor order = new Monitor(ProtocolAutomaton.of(ORDER), false);
    private long line;

    private Violation seen(Monitor monitor, String session, String words) {
        return Objects.requireNonNull(judged(monitor, session, words), words);
    }

    private @Nullable Violation judged(Monitor monitor, String session, String words) {
        String[] parts = words.split(" ");
        return monitor.observe(
                session,
                parts[0],
                Action.of(parts[1]).orElseThrow(),
                parts.length > 2 && !parts[2].equals("?") ? parts[2] : null,
                parts.length > 3 ? parts[3] : null,
                ++line);
    }

    private void allowed(Monitor monitor, String session, String... events) {
        for (String event : events) {
            assertThat(judged(monitor, session, event)).as(event).isNull();
        }
    }

    @Test
    void a_whole_session_is_complete_and_roles_may_say_once_that_they_end() {
        allowed(
                order,
                "s",
                "Buyer send Seller Order",
                "Seller receive Buyer Order",
                "Seller choose Buyer Ship",
                "Seller send Buyer Parcel",
                "Buyer receive Seller Ship",
                "Buyer receive Seller Parcel");
        assertThat(order.summary().complete()).isEqualTo(1);
        allowed(order, "s", "Seller end", "Buyer end");
        assertThat(seen(order, "s", "Buyer end").reason()).isEqualTo(Violation.Reason.SESSION_OVER);
        assertThat(order.summary().complete()).isZero();
        assertThat(order.summary().violated()).isEqualTo(1);
    }

    @Test
    void a_violation_says_what_happened_what_was_allowed_and_what_came_before() {
        allowed(order, "s", "Buyer send Seller Order", "Seller receive Buyer Order");
        Violation violation = seen(order, "s", "Seller send Buyer Parcel");
        assertThat(violation)
                .isEqualTo(new Violation(
                        "s",
                        3,
                        Violation.Reason.NOT_ALLOWED,
                        new Observation("Seller", Action.SEND, "Buyer", "Parcel", 3),
                        List.of("send 'Ship' to Buyer", "send 'Refuse' to Buyer"),
                        List.of(
                                new Observation("Buyer", Action.SEND, "Seller", "Order", 1),
                                new Observation("Seller", Action.RECEIVE, "Buyer", "Order", 2))));
        allowed(order, "s", "Buyer end");
        assertThat(order.summary().behindViolations()).isEqualTo(1);
    }

    @Test
    void each_reason_is_told_apart() {
        assertThat(seen(order, "a", "Nobody send Seller Order").reason()).isEqualTo(Violation.Reason.UNKNOWN_ROLE);
        assertThat(seen(order, "b", "Seller send Buyer Ship").reason()).isEqualTo(Violation.Reason.BEGINNING_UNSEEN);
        assertThat(seen(order, "c", "Seller send Buyer Order").reason()).isEqualTo(Violation.Reason.NOT_ALLOWED);
        allowed(order, "d", "Buyer send Seller Order");
        assertThat(seen(order, "d", "Buyer receive Seller Ship").reason()).isEqualTo(Violation.Reason.NOT_SENT);
        allowed(order, "e", "Buyer send Seller Order", "Seller receive Buyer Order", "Seller send Buyer Ship");
        Violation late = seen(order, "e", "Buyer receive Seller Refuse");
        assertThat(late.reason()).isEqualTo(Violation.Reason.OUT_OF_ORDER);
        assertThat(late.allowed())
                .containsExactly(
                        "receive 'Ship' from Seller ('Ship' comes first)",
                        "receive 'Refuse' from Seller ('Ship' comes first)");
    }

    @Test
    void sessions_do_not_disturb_each_other() {
        allowed(order, "a", "Buyer send Seller Order");
        allowed(order, "b", "Buyer send Seller Order", "Seller receive Buyer Order");
        allowed(order, "a", "Seller receive Buyer Order");
        assertThat(order.summary().open()).isEqualTo(2);
        assertThat(order.open(1))
                .containsExactly(new Monitor.OpenSession(
                        "a",
                        2,
                        List.of(
                                "Buyer may receive 'Ship' from Seller or receive 'Refuse' from Seller",
                                "Seller may send 'Ship' to Buyer or send 'Refuse' to Buyer")));
    }

    @Test
    void a_repeated_delivery_is_a_violation_unless_it_is_allowed() {
        String[] begun = {"Buyer send Seller Order", "Seller receive Buyer Order"};
        allowed(order, "s", begun);
        assertThat(seen(order, "s", begun[1]).reason()).isEqualTo(Violation.Reason.NOT_ALLOWED);

        Monitor lenient = new Monitor(ProtocolAutomaton.of(ORDER), true);
        allowed(lenient, "s", begun);
        allowed(lenient, "s", begun[1], begun[1]);
        assertThat(lenient.summary().duplicates()).isEqualTo(2);
        assertThat(seen(lenient, "s", begun[0]).reason()).isEqualTo(Violation.Reason.NOT_ALLOWED);
    }

    @Test
    void a_repeated_delivery_of_the_last_message_is_allowed_behind_the_end() {
        Monitor lenient = new Monitor(ProtocolAutomaton.of(STREAM), true);
        allowed(
                lenient,
                "s",
                "A send B Done",
                "A send B Bye",
                "B receive A Done",
                "B receive A Bye",
                "B receive A Bye");
        assertThat(lenient.summary().complete()).isEqualTo(1);
        assertThat(lenient.summary().duplicates()).isEqualTo(1);
    }

    @Test
    void an_unseen_label_is_every_label_that_the_rest_of_the_log_allows() {
        allowed(order, "s", "Buyer send Seller", "Seller receive Buyer", "Seller choose ?", "Seller send Buyer Parcel");
        assertThat(seen(order, "s", "Buyer receive Seller Refuse").reason())
                .as("Parcel was sent, so the choice was Ship")
                .isEqualTo(Violation.Reason.OUT_OF_ORDER);
    }

    @Test
    void unseen_labels_that_leave_too_much_open_and_too_many_messages_are_undecided() {
        Monitor loop = new Monitor(ProtocolAutomaton.of(protocol("""
                        protocol Loop =
                          roles A, B
                          rec Again
                            choice A at
                              | Left =>
                                A -> B : Left
                                continue Again
                              | Right =>
                                A -> B : Right
                                continue Again
                        """)), false);
        for (int i = 0; i < 8; i++) {
            allowed(loop, "unseen", "A send B");
        }
        Violation open = seen(loop, "unseen", "A send B");
        assertThat(open.reason()).as("2^9 ways to read nine labels").isEqualTo(Violation.Reason.AMBIGUOUS);
        assertThat(open.reason().isUndecided()).isTrue();
        for (int i = 0; i < 1 << 20; i++) {
            assertThat(loop.observe("full", "A", Action.SEND, "B", "Left", 0)).isNull();
        }
        Violation full = seen(loop, "full", "A send B Left");
        assertThat(full.reason()).isEqualTo(Violation.Reason.TOO_MANY_UNDER_WAY);
        assertThat(full.reason().isUndecided()).isTrue();
    }

    @Test
    void of_one_role_alone_its_own_events_are_held_to_its_local_type() {
        Monitor buyer = new Monitor(ProtocolAutomaton.watching(ORDER, Set.of("Buyer")), false);
        allowed(buyer, "s", "Buyer send Seller Order", "Seller receive Buyer Nonsense", "Buyer receive Seller Refuse");
        assertThat(seen(buyer, "s", "Buyer receive Seller Parcel").reason()).isEqualTo(Violation.Reason.NOT_ALLOWED);
        assertThat(buyer.summary().unwatched()).isEqualTo(1);
    }

    @Test
    void messages_of_a_loop_wait_in_their_order() {
        Monitor stream = new Monitor(ProtocolAutomaton.of(STREAM), false);
        for (int i = 0; i < 1000; i++) {
            allowed(stream, "s", "A send B Next", "A send B Item");
        }
        for (int i = 0; i < 999; i++) {
            allowed(stream, "s", "B receive A Next", "B receive A Item");
        }
        assertThat(seen(stream, "s", "B receive A Done").reason()).isEqualTo(Violation.Reason.OUT_OF_ORDER);
    }

    @Test
    void many_threads_watch_many_sessions() {
        ConcurrentLinkedQueue<Violation> violations = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 2000).parallel().forEach(i -> {
            String session = "s" + i;
            for (String event : new String[] {
                "Buyer send Seller Order",
                "Seller receive Buyer Order",
                "Seller send Buyer Refuse",
                i % 100 == 0 ? "Seller send Buyer Parcel" : "Seller send Buyer Sorry",
                "Buyer receive Seller Refuse",
                "Buyer receive Seller Sorry"
            }) {
                String[] parts = event.split(" ");
                Violation violation =
                        order.observe(session, parts[0], Action.of(parts[1]).orElseThrow(), parts[2], parts[3], 0);
                if (violation != null) {
                    violations.add(violation);
                }
            }
        });
        assertThat(violations).hasSize(20).allMatch(violation -> violation.event() == 4);
        assertThat(order.summary().complete()).isEqualTo(1980);
        assertThat(order.summary().violated()).isEqualTo(20);
    }

    @Test
    void sessions_that_are_over_are_forgotten_when_there_are_very_many() {
        Monitor stream = new Monitor(ProtocolAutomaton.of(STREAM), false);
        for (int i = 0; i < Monitor.REMEMBERED + 10; i++) {
            allowed(stream, "s" + i, "A send B Done", "A send B Bye", "B receive A Done", "B receive A Bye");
        }
        assertThat(stream.summary().forgotten()).isEqualTo(10);
        assertThat(stream.summary().complete()).isEqualTo(Monitor.REMEMBERED + 10L);
        assertThat(stream.summary().open()).isZero();
    }

    @Test
    void a_stranger_cannot_be_watched() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtocolAutomaton.watching(ORDER, Set.of("Carrier")))
                .withMessage("'Carrier' is no role of the protocol");
    }
}
