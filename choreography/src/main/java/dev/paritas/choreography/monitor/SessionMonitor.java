package dev.paritas.choreography.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One session. It has one configuration, and more only where a label was not seen. Guarded by its own lock, which its
 * callers hold.
 */
final class SessionMonitor {
    /** So many configurations are followed at once. */
    private static final int MAX_CONFIGURATIONS = 256;

    private final ProtocolAutomaton protocol;
    private final boolean allowDuplicates;
    private final String name;

    private List<Configuration> configurations;
    private @Nullable Recent recent;
    private long events;
    private boolean complete;
    private @Nullable Violation violation;

    SessionMonitor(ProtocolAutomaton protocol, boolean allowDuplicates, String name) {
        this.protocol = protocol;
        this.allowDuplicates = allowDuplicates;
        this.name = name;
        this.recent = new Recent(protocol.roles().size());
        this.configurations = List.of(Configuration.start(protocol));
    }

    /** What became of an observation. */
    enum Outcome {
        TAKEN,
        /** Taken, and the session is complete now. */
        COMPLETE,
        /** The repeated delivery of a message, which is allowed. */
        DUPLICATE,
        VIOLATED,
        /** The session was violated before; nothing was looked at. */
        NOT_LOOKED_AT
    }

    Outcome observe(
            int role, String roleName, Action action, @Nullable String peer, @Nullable String label, long given) {
        if (violation != null) {
            return Outcome.NOT_LOOKED_AT;
        }
        events++;
        long position = given == Monitor.BY_NUMBER ? events : given;
        Violation.Reason refusal = null;
        if (role < 0) {
            refusal = Violation.Reason.UNKNOWN_ROLE;
        } else if (configurations.size() == 1 && (label != null || action == Action.END)) {
            if (!configurations.get(0).take(role, action, peer, label)) {
                refusal = Violation.Reason.NOT_ALLOWED;
            }
        } else {
            refusal = spread(role, action, peer, label);
        }
        if (refusal == null) {
            return taken(role, action, peer, label, position);
        }
        if (allowDuplicates && role >= 0 && isDuplicate(role, action, peer, label)) {
            return Outcome.DUPLICATE;
        }
        violation = violated(refusal, role, new Observation(roleName, action, peer, label, position));
        return Outcome.VIOLATED;
    }

    private Outcome taken(int role, Action action, @Nullable String peer, @Nullable String label, long position) {
        Recent told = recent;
        if (told != null) {
            told.add(role, action, peer, label, position);
        }
        if (complete || !everyReadingIsComplete()) {
            return Outcome.TAKEN;
        }
        complete = true;
        recent = null;
        return Outcome.COMPLETE;
    }

    /** {@return whether a role in this state can be the first to do something, and this} */
    static boolean isBeginning(LocalState start, Observation seen) {
        return Configuration.fits(start, seen)
                && (start.kind != LocalState.Kind.RECEIVE || start.edge == LocalState.UNSEEN);
    }

    /** {@return whether some reading lacks nothing but the message that the role would take} */
    boolean waits(int role, Observation seen) {
        if (violation != null || seen.action() != Action.RECEIVE) {
            return false;
        }
        for (Configuration configuration : configurations) {
            LocalState state = configuration.at(role);
            if (Configuration.fits(state, seen)
                    && state.edge != LocalState.UNSEEN
                    && configuration.waiting(role) == null) {
                return true;
            }
        }
        return false;
    }

    /** Follows every reading of an unseen label. */
    private Violation.@Nullable Reason spread(int role, Action action, @Nullable String peer, @Nullable String label) {
        List<Configuration> next = new ArrayList<>();
        for (Configuration configuration : configurations) {
            if (label != null || action == Action.END) {
                Configuration copy = configuration.copy();
                if (copy.take(role, action, peer, label)) {
                    addNew(next, copy);
                }
                continue;
            }
            LocalState state = configuration.at(role);
            for (int i = 0; i < state.branches(); i++) {
                Configuration copy = configuration.copy();
                if (copy.take(role, action, peer, state.label(i))) {
                    addNew(next, copy);
                }
            }
            if (next.size() > MAX_CONFIGURATIONS) {
                return Violation.Reason.AMBIGUOUS;
            }
        }
        if (next.isEmpty()) {
            return Violation.Reason.NOT_ALLOWED;
        }
        configurations = List.copyOf(next);
        return null;
    }

    private static void addNew(List<Configuration> to, Configuration configuration) {
        if (to.stream().noneMatch(configuration::isSameAs)) {
            to.add(configuration);
        }
    }

    private boolean isDuplicate(int role, Action action, @Nullable String peer, @Nullable String label) {
        if (action != Action.RECEIVE || peer == null) {
            return false;
        }
        int edge = protocol.edge(peer, protocol.roles().get(role));
        return edge != LocalState.UNSEEN && configurations.stream().anyMatch(c -> c.wasTakenLast(edge, label));
    }

    private boolean everyReadingIsComplete() {
        for (int i = 0; i < configurations.size(); i++) {
            if (!configurations.get(i).isComplete()) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether every role came to its end and nothing is under way} */
    boolean isComplete() {
        return complete && violation == null;
    }

    @Nullable
    Violation violation() {
        return violation;
    }

    String name() {
        return name;
    }

    /** {@return how many events were looked at} */
    long events() {
        return events;
    }

    /** {@return what the roles that are not at their end may do next, in words} */
    List<String> waitingFor() {
        Set<String> words = new LinkedHashSet<>();
        for (Configuration configuration : configurations) {
            for (int role = 0; role < protocol.roles().size(); role++) {
                LocalState state = configuration.at(role);
                if (!state.isFinal()) {
                    String who = protocol.roles().get(role);
                    words.add(who + " may " + String.join(" or ", state.allowed()));
                }
            }
        }
        return List.copyOf(words);
    }

    private Violation violated(Violation.Reason refusal, int role, Observation seen) {
        Violation.Reason reason = refusal == Violation.Reason.NOT_ALLOWED ? reason(role, seen) : refusal;
        Set<String> allowed = new LinkedHashSet<>();
        if (role >= 0) {
            configurations.forEach(c -> allowed.addAll(allowed(c, role)));
        }
        List<Observation> before = new ArrayList<>();
        Recent told = recent;
        int other = seen.peer() == null ? -1 : protocol.place(seen.peer());
        if (told != null && role >= 0) {
            told.of(role, seen.role(), before);
        }
        if (told != null && other >= 0 && other != role) {
            told.of(other, String.valueOf(seen.peer()), before);
        }
        before.sort(Comparator.comparingLong(Observation::position));
        return new Violation(name, events, reason, seen, List.copyOf(allowed), before);
    }

    private Violation.Reason reason(int role, Observation seen) {
        if (complete) {
            return Violation.Reason.SESSION_OVER;
        }
        boolean fits = false;
        boolean behind = false;
        boolean full = false;
        for (Configuration configuration : configurations) {
            if (Configuration.fits(configuration.at(role), seen)) {
                fits = true;
                behind |= configuration.waiting(role) != null;
                full |= configuration.isFull(role);
            }
        }
        if (full) {
            return Violation.Reason.TOO_MANY_UNDER_WAY;
        }
        if (events == 1 && protocol.takesSomewhere(role, seen)) {
            return Violation.Reason.BEGINNING_UNSEEN;
        }
        if (!fits) {
            return Violation.Reason.NOT_ALLOWED;
        }
        return behind ? Violation.Reason.OUT_OF_ORDER : Violation.Reason.NOT_SENT;
    }

    /** A receive is told with what waits on its edge. */
    private static List<String> allowed(Configuration configuration, int role) {
        LocalState state = configuration.at(role);
        if (state.kind != LocalState.Kind.RECEIVE || state.edge == LocalState.UNSEEN) {
            return state.allowed();
        }
        String waiting = configuration.waiting(role);
        String tail = waiting == null ? " (nothing is under way)" : " ('" + waiting + "' comes first)";
        return state.allowed().stream().map(words -> words + tail).toList();
    }
}
