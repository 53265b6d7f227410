package dev.paritas.choreography.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Logs of one session, made at random: runs of a protocol, and runs with a fault. */
public final class GeneratedLogs {
    private GeneratedLogs() {}

    /**
     * {@return a run, which the protocol allows}
     *
     * @param most events, at least 0; the run is shorter when the session is over before
     */
    public static List<Observation> run(ProtocolAutomaton protocol, RandomGenerator random, int most) {
        Configuration session = Configuration.start(protocol);
        List<Observation> log = new ArrayList<>();
        while (log.size() < most) {
            List<Observation> enabled = enabled(protocol, session);
            if (enabled.isEmpty()) {
                break;
            }
            Observation next = enabled.get(random.nextInt(enabled.size()));
            session.take(protocol.place(next.role()), next.action(), next.peer(), next.label());
            log.add(next);
        }
        return List.copyOf(log);
    }

    private static List<Observation> enabled(ProtocolAutomaton protocol, Configuration session) {
        List<Observation> enabled = new ArrayList<>();
        for (int role = 0; role < protocol.roles().size(); role++) {
            LocalState state = session.at(role);
            String name = protocol.roles().get(role);
            if (state.kind == LocalState.Kind.END) {
                enabled.add(new Observation(name, Action.END, null, null, 0));
            }
            for (int i = 0; i < state.branches(); i++) {
                boolean sends = state.kind == LocalState.Kind.SEND;
                if (sends || state.label(i).equals(session.waiting(role))) {
                    enabled.add(new Observation(
                            name, sends ? Action.SEND : Action.RECEIVE, state.partner, state.label(i), 0));
                }
            }
        }
        return enabled;
    }

    /** {@return the log with one event lost, doubled or moved, or with another label, peer or action; it may be allowed still} */
    public static List<Observation> changed(List<Observation> log, RandomGenerator random) {
        if (log.isEmpty()) {
            return log;
        }
        List<Observation> changed = new ArrayList<>(log);
        int at = random.nextInt(log.size());
        Observation seen = log.get(at);
        // An end has neither peer nor label, which could be changed.
        switch (random.nextInt(seen.action() == Action.END ? 3 : 6)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(at, seen);
            case 2 -> Collections.swap(changed, at, random.nextInt(log.size()));
            case 3 -> changed.set(at, new Observation(seen.role(), seen.action(), seen.peer(), seen.label() + "?", 0));
            case 4 -> changed.set(at, new Observation(seen.role(), seen.action(), seen.role(), seen.label(), 0));
            default -> {
                Action other = Action.values()[random.nextInt(Action.values().length)];
                boolean end = other == Action.END;
                changed.set(
                        at,
                        new Observation(seen.role(), other, end ? null : seen.peer(), end ? null : seen.label(), 0));
            }
        }
        return List.copyOf(changed);
    }
}
