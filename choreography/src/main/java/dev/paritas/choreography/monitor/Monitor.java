package dev.paritas.choreography.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Watches the sessions of a protocol: each role's events are walked along its local type, and messages are taken from their
 * edge first in, first out. Any number of threads; the events of a session are judged in the order in which they come.
 * Memory grows with the sessions that are open, not with the events; an event allocates nothing once its session is open.
 */
public final class Monitor {
    /** So many sessions that are over are known by name, so that what comes behind their end is seen. */
    public static final int REMEMBERED = 200_000;

    /** Stands for a position: the event's number in its session, from 1. */
    public static final long BY_NUMBER = -1;

    private final ProtocolAutomaton protocol;
    private final boolean allowDuplicates;
    private final ConcurrentMap<String, SessionMonitor> sessions = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> over = new ConcurrentLinkedQueue<>();
    private final AtomicInteger remembered = new AtomicInteger();
    private final LongAdder events = new LongAdder();
    private final LongAdder complete = new LongAdder();
    private final LongAdder violated = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder behindViolations = new LongAdder();
    private final LongAdder unwatched = new LongAdder();
    private final LongAdder forgotten = new LongAdder();

    /** @param allowDuplicates whether the last message of an edge may be received again */
    public Monitor(ProtocolAutomaton protocol, boolean allowDuplicates) {
        this.protocol = protocol;
        this.allowDuplicates = allowDuplicates;
    }

    /**
     * Judges one event.
     *
     * @param peer null when it was not seen
     * @param label null when it was not seen
     * @param position a number of the caller's, at least 0, for violations; or {@link #BY_NUMBER}
     * @return why it is not allowed; null when it is, or when its session was violated before
     */
    public @Nullable Violation observe(
            String session, String role, Action action, @Nullable String peer, @Nullable String label, long position) {
        events.increment();
        int place = protocol.place(role);
        if (place < 0 && protocol.isUnwatched(role)) {
            unwatched.increment();
            return null;
        }
        SessionMonitor monitor = sessions.get(session);
        if (monitor == null) {
            monitor = sessions.computeIfAbsent(session, name -> new SessionMonitor(protocol, allowDuplicates, name));
        }
        synchronized (monitor) {
            boolean wasComplete = monitor.isComplete();
            switch (monitor.observe(place, role, action, peer, label, position)) {
                case TAKEN -> {}
                case COMPLETE -> {
                    complete.increment();
                    remember(session);
                }
                case DUPLICATE -> duplicates.increment();
                case NOT_LOOKED_AT -> behindViolations.increment();
                case VIOLATED -> {
                    violated.increment();
                    if (wasComplete) {
                        complete.decrement();
                    } else {
                        remember(session);
                    }
                    return monitor.violation();
                }
            }
        }
        return null;
    }

    /**
     * {@return whether an event had better be judged later, because its role may do it when others have gone on: it receives
     * a message that is not under way yet, or begins a session that does not begin so} Changes nothing.
     */
    public boolean waits(String session, String role, Action action, @Nullable String peer, @Nullable String label) {
        int place = protocol.place(role);
        if (place < 0) {
            return false;
        }
        Observation seen = new Observation(role, action, peer, label, 0);
        SessionMonitor monitor = sessions.get(session);
        if (monitor == null) {
            return !SessionMonitor.isBeginning(protocol.start(place), seen);
        }
        synchronized (monitor) {
            return monitor.waits(place, seen);
        }
    }

    /** Forgets the session that has been over longest, when there are too many. */
    private void remember(String session) {
        over.add(session);
        if (remembered.incrementAndGet() > REMEMBERED) {
            remembered.decrementAndGet();
            String oldest = over.poll();
            if (oldest != null && sessions.remove(oldest) != null) {
                forgotten.increment();
            }
        }
    }

    /**
     * Counts of what was seen so far.
     *
     * @param events all that were given
     * @param complete sessions in which every role came to its end and nothing is under way
     * @param violated sessions that broke off
     * @param open the other sessions
     * @param duplicates repeated deliveries that were allowed
     * @param behindViolations events that were not looked at, since their session had broken off
     * @param unwatched events of roles that nobody watches
     * @param forgotten sessions that are over and no longer known by name
     */
    public record Summary(
            long events,
            long complete,
            long violated,
            long open,
            long duplicates,
            long behindViolations,
            long unwatched,
            long forgotten) {}

    /** {@return the counts, exact while nobody observes} */
    public Summary summary() {
        long known = sessions.size() + forgotten.sum();
        return new Summary(
                events.sum(),
                complete.sum(),
                violated.sum(),
                known - complete.sum() - violated.sum(),
                duplicates.sum(),
                behindViolations.sum(),
                unwatched.sum(),
                forgotten.sum());
    }

    /** A session that is not finished, and what its roles may do next, in words. */
    public record OpenSession(String name, long events, List<String> next) {
        public OpenSession {
            next = List.copyOf(next);
        }
    }

    /** {@return at most {@code most} sessions that are not finished, ascending by name} */
    public List<OpenSession> open(int most) {
        return sessions.values().stream()
                .map(Monitor::open)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(OpenSession::name))
                .limit(most)
                .toList();
    }

    private static Optional<OpenSession> open(SessionMonitor session) {
        synchronized (session) {
            return session.isComplete() || session.violation() != null
                    ? Optional.empty()
                    : Optional.of(new OpenSession(session.name(), session.events(), session.waitingFor()));
        }
    }
}
