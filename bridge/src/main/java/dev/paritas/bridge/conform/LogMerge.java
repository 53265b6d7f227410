package dev.paritas.bridge.conform;

import dev.paritas.choreography.monitor.Action;
import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings several logs of one run into an order in which each message is sent before it is received. Within a log and a session
 * the order stands; between logs there is none but that of the messages. A receive whose message nobody has told of waits, with what is
 * behind it in its session and log, until another log brings the send. What still waits when all logs are read is taken as
 * it stands: the receive first whose message is not sent by anything that waits.
 *
 * <p>Since what a role may do depends on its own past and on what is under way to it, it does not matter which of the logs goes
 * on first: all such orders are allowed, or none.
 */
final class LogMerge {
    /** So many events may wait. */
    static final int MOST_WAITING = 200_000;

    /** Events that are taken of a log before the next one has its turn, so that none gets far ahead. */
    private static final int TURN = 64;

    /** Takes an event whose turn it is. */
    interface Taker {
        void take(int log, LoggedEvent event);
    }

    /** The events of one session that wait, by log. */
    private static final class Session {
        private final NavigableMap<Integer, Deque<LoggedEvent>> waiting = new TreeMap<>();
    }

    private final Monitor monitor;
    private final List<NamedLog> logs;
    private final Taker taker;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> homes = new Homes();
    private int waiting;
    private int first = -1;
    private boolean named;

    LogMerge(Monitor monitor, List<NamedLog> logs, Taker taker) {
        this.monitor = monitor;
        this.logs = List.copyOf(logs);
        this.taker = taker;
    }

    /** In which log the roles of a session are, for as many sessions as a monitor knows. */
    private static final class Homes extends LinkedHashMap<String, Map<String, Integer>> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Integer>> eldest) {
            return size() > Monitor.REMEMBERED;
        }
    }

    /**
     * Takes all events of all logs.
     *
     * @throws ProblemException ({@link LogProblem}) when the logs make no history
     */
    void run() {
        List<Integer> open = new ArrayList<>();
        for (int log = 0; log < logs.size(); log++) {
            open.add(log);
        }
        while (!open.isEmpty()) {
            open.removeIf(this::isReadThrough);
        }
        while (!sessions.isEmpty()) {
            Map.Entry<String, Session> oldest = sessions.entrySet().iterator().next();
            take(oldest.getValue(), blamed(oldest.getValue()));
            drain(oldest.getKey(), oldest.getValue());
        }
    }

    /** Gives a log its turn, which ends when one of its events has to wait. */
    private boolean isReadThrough(int log) {
        for (int i = 0; i < TURN; i++) {
            LoggedEvent event = logs.get(log).events().next();
            if (event == null) {
                return true;
            }
            if (!isTaken(log, event)) {
                return false;
            }
        }
        return false;
    }

    private boolean isTaken(int log, LoggedEvent event) {
        requireOneHistory(log, event);
        Session session = sessions.get(event.session());
        boolean behind = session != null && session.waiting.containsKey(log);
        if (!behind && !waits(event)) {
            taker.take(log, event);
            if (session != null) {
                drain(event.session(), session);
            }
            return true;
        }
        if (++waiting > MOST_WAITING) {
            throw new ProblemException(new LogProblem.TooFarApart(logs.get(log).name(), event.line(), MOST_WAITING));
        }
        sessions.computeIfAbsent(event.session(), ignored -> new Session())
                .waiting
                .computeIfAbsent(log, ignored -> new ArrayDeque<>())
                .add(event);
        return false;
    }

    private boolean waits(LoggedEvent event) {
        return monitor.waits(event.session(), event.role(), event.action(), event.peer(), event.label());
    }

    /** Takes what need not wait any longer. */
    private void drain(String name, Session session) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int log : List.copyOf(session.waiting.keySet())) {
                for (Deque<LoggedEvent> events = session.waiting.get(log);
                        events != null && !waits(events.getFirst());
                        events = session.waiting.get(log)) {
                    take(session, log);
                    moved = true;
                }
            }
        }
        if (session.waiting.isEmpty()) {
            sessions.remove(name);
        }
    }

    private void take(Session session, int log) {
        Deque<LoggedEvent> events = session.waiting.get(log);
        if (events != null) {
            waiting--;
            taker.take(log, events.removeFirst());
            if (events.isEmpty()) {
                session.waiting.remove(log);
            }
        }
    }

    /** {@return the log whose first event waits for a message that is not even behind another one that waits} */
    private static int blamed(Session session) {
        return session.waiting.keySet().stream()
                .filter(log -> session.waiting.values().stream()
                        .flatMap(Deque::stream)
                        .noneMatch(event -> isSendFor(
                                event,
                                session.waiting
                                        .getOrDefault(log, new ArrayDeque<>())
                                        .peekFirst())))
                .findFirst()
                .orElseGet(session.waiting::firstKey);
    }

    private static boolean isSendFor(LoggedEvent sent, @Nullable LoggedEvent received) {
        return received != null
                && (sent.action() == Action.SEND || sent.action() == Action.CHOOSE)
                && sent.role().equals(received.peer())
                && (sent.peer() == null || sent.peer().equals(received.role()));
    }

    private void requireOneHistory(int log, LoggedEvent event) {
        if (first < 0) {
            first = log;
            named = !event.session().isEmpty();
        } else if (first != log && named == event.session().isEmpty()) {
            throw new ProblemException(new LogProblem.SessionsUnnamed(
                    logs.get(log).name(), event.line(), logs.get(first).name()));
        }
        Integer home = homes.computeIfAbsent(event.session(), ignored -> new HashMap<>())
                .putIfAbsent(event.role(), log);
        if (home != null && home != log) {
            throw new ProblemException(new LogProblem.RoleInTwoLogs(
                    logs.get(log).name(),
                    event.line(),
                    event.session(),
                    event.role(),
                    logs.get(home).name()));
        }
    }
}
