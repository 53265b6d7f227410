package dev.paritas.junit;

import dev.paritas.bridge.Choreography;
import java.nio.file.Path;

/** What a sound runtime does, event by event. */
final class Played {
    static final Choreography ORDER = Choreography.read(Path.of("src/test/resources/protocols/order.tell"));

    /** As many as {@link #order} records. */
    static final int ORDER_EVENTS = 6;

    private Played() {}

    /** An order that is refused, to its end. */
    static void order(Recorder recorder, String session) {
        order(recorder, session, "Refuse");
    }

    /** An order of which the seller says {@code choice}, to its end. */
    static void order(Recorder recorder, String session, String choice) {
        String last = choice.equals("Refuse") ? "Sorry" : "Bill";
        recorder.sent(session, "Buyer", "Seller", "Order");
        recorder.received(session, "Seller", "Buyer", "Order");
        recorder.chose(session, "Seller", "Buyer", choice);
        recorder.received(session, "Buyer", "Seller", choice);
        recorder.sent(session, "Seller", "Buyer", last);
        recorder.received(session, "Buyer", "Seller", last);
    }

    /** A visit of {@code greeting.tell}, to its end. */
    static void greeting(Recorder recorder, String session) {
        recorder.sent(session, "Client", "Server", "Hello");
        recorder.received(session, "Server", "Client", "Hello");
        recorder.sent(session, "Server", "Client", "Welcome");
        recorder.received(session, "Client", "Server", "Welcome");
    }
}
