package dev.paritas.junit;

import java.util.ArrayList;
import java.util.List;

/**
 * Notes what the roles of a protocol do in a test, in the order in which they say so. Sessions have names of the caller's.
 * Thread-safe. Say {@link #sent} before the message is handed on and {@link #received} after it was taken, so that no receive is
 * noted before its send. Nothing is judged here: {@link ParityAssertions} and {@link ParityTest} do.
 */
public final class Recorder {
    private final Object lock = new Object();
    private final List<RecordedEvent> events = new ArrayList<>();

    /** {@code role} sends a message to {@code peer}. */
    public void sent(String session, String role, String peer, String label) {
        note(new RecordedEvent.Sent(session, role, peer, label));
    }

    /** {@code role} has taken a message from {@code peer}. */
    public void received(String session, String role, String peer, String label) {
        note(new RecordedEvent.Received(session, role, peer, label));
    }

    /** {@code role} picks a branch and tells {@code peer}: the send of that branch's label. */
    public void chose(String session, String role, String peer, String label) {
        note(new RecordedEvent.Chose(session, role, peer, label));
    }

    /** {@code role} has nothing more to do in this session. */
    public void ended(String session, String role) {
        note(new RecordedEvent.Ended(session, role));
    }

    private void note(RecordedEvent event) {
        synchronized (lock) {
            events.add(event);
        }
    }

    /** {@return how many events were noted so far} */
    public int size() {
        synchronized (lock) {
            return events.size();
        }
    }

    /** {@return the events so far as a log that {@code paritas conform} reads (docs/conform.md): one JSON object a line} */
    public String jsonLines() {
        StringBuilder text = new StringBuilder();
        for (RecordedEvent event : events()) {
            text.append(event.json()).append('\n');
        }
        return text.toString();
    }

    /** {@return the events so far, in their order} */
    List<RecordedEvent> events() {
        synchronized (lock) {
            return List.copyOf(events);
        }
    }
}
