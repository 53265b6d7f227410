package dev.paritas.bridge;

import dev.paritas.choreography.monitor.Action;
import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.ProtocolAutomaton;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches what the roles of a protocol do in this process: each role's events are walked along its local type, and each
 * message is taken from its edge first in, first out. Sessions have names of the caller's. Thread-safe; the events of one
 * session are judged in the order in which they come. An event allocates nothing once its session is open, and memory grows
 * with the open sessions only.
 */
public final class ProtocolMonitor {
    private final Monitor monitor;
    private final Consumer<Violation> told;

    private ProtocolMonitor(ProtocolAutomaton protocol, Consumer<Violation> told) {
        this.monitor = new Monitor(protocol, false);
        this.told = told;
    }

    /**
     * {@return a monitor that tells of violations and changes nothing}
     *
     * @param told the first violation of each session, in the thread that did it; what follows in that session is not
     *     judged
     * @throws InputException when the protocol is not well-formed, or a role has no projection
     */
    public static ProtocolMonitor observing(Choreography protocol, Consumer<Violation> told) {
        return new ProtocolMonitor(protocol.automaton(), told);
    }

    /**
     * {@return a monitor as {@link #observing(Choreography, Consumer)}, for a process in which only some roles live} What the
     * others send is believed, and what is told of them is not judged.
     *
     * @param roles those that are judged
     * @throws InputException as there, and when the protocol has no such role
     */
    public static ProtocolMonitor observing(Choreography protocol, Set<String> roles, Consumer<Violation> told) {
        return new ProtocolMonitor(protocol.automaton(roles), told);
    }

    /**
     * {@return a monitor whose methods throw {@link ViolationException} at the first violation of a session} Call them
     * before the deed, and it is prevented.
     *
     * @throws InputException when the protocol is not well-formed, or a role has no projection
     */
    public static ProtocolMonitor enforcing(Choreography protocol) {
        return new ProtocolMonitor(protocol.automaton(), violation -> {
            throw new ViolationException(violation);
        });
    }

    /** {@code role} sends a message to {@code peer}; null stands for what is not known, and for whatever fits. */
    public void sent(String session, String role, @Nullable String peer, @Nullable String label) {
        observe(session, role, Action.SEND, peer, label);
    }

    /** {@code role} takes a message from {@code peer}; null stands for what is not known, and for whatever fits. */
    public void received(String session, String role, @Nullable String peer, @Nullable String label) {
        observe(session, role, Action.RECEIVE, peer, label);
    }

    /** {@code role} picks a branch and tells {@code peer}: the send of that branch's label; null as for {@link #sent}. */
    public void chose(String session, String role, @Nullable String peer, @Nullable String label) {
        observe(session, role, Action.CHOOSE, peer, label);
    }

    /** {@code role} has nothing more to do in this session. */
    public void ended(String session, String role) {
        observe(session, role, Action.END, null, null);
    }

    private void observe(String session, String role, Action action, @Nullable String peer, @Nullable String label) {
        dev.paritas.choreography.monitor.Violation violation =
                monitor.observe(session, role, action, peer, label, Monitor.BY_NUMBER);
        if (violation != null) {
            told.accept(Violations.of(violation));
        }
    }

    /** {@return how many sessions came to their end} */
    public long complete() {
        return monitor.summary().complete();
    }

    /** {@return how many sessions broke off with a violation} */
    public long violated() {
        return monitor.summary().violated();
    }

    /** {@return how many sessions are neither over nor broken off} */
    public long open() {
        return monitor.summary().open();
    }

    /**
     * {@return what the roles of unfinished sessions may do next, in words, a session each}
     *
     * @param most sessions, at least 0
     */
    public List<String> unfinished(int most) {
        return monitor.open(most).stream()
                .map(session -> session.name() + ": " + String.join("; ", session.next()))
                .toList();
    }
}
