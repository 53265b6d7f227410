package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each mode accepts exactly the changes that it declares to leave out, on runs of two sessions each. */
class ComparisonModeTest {
    private static final Set<ComparisonMode> NONE = EnumSet.noneOf(ComparisonMode.class);
    private static final Set<ComparisonMode> NOT_EXACT = EnumSet.complementOf(EnumSet.of(ComparisonMode.EXACT));
    private static final Set<ComparisonMode> INTERLEAVED = EnumSet.of(ComparisonMode.SESSION, ComparisonMode.ROLE);
    private static final Set<ComparisonMode> ROLE = EnumSet.of(ComparisonMode.ROLE);

    /** The pairs that are compared, over all modes. */
    private static final int PAIRS = 10_000;

    /** A change of a run, and the modes that must not see it. */
    private enum Change {
        NOTHING(EnumSet.allOf(ComparisonMode.class)),
        TICK(NOT_EXACT),
        ROUNDS(NOT_EXACT),
        SESSION_STATUS(NOT_EXACT),
        STATUS(NONE),
        /** Neighbours of two sessions change places. */
        SWAP_SESSIONS(INTERLEAVED),
        /** Neighbours of two roles of one session change places, none taking what the other sends. */
        SWAP_ROLES(ROLE),
        /** A receive changes places with the send that it takes, which comes right before it. */
        SWAP_MATCHED(NONE),
        /** Neighbours of one role, which differ, change places. */
        SWAP_OWN(NONE),
        LOSE(NONE),
        DOUBLE(NONE),
        RELABEL(NONE),
        /** A message goes to another role. */
        REROUTE(NONE);

        final Set<ComparisonMode> accepting;

        Change(Set<ComparisonMode> accepting) {
            this.accepting = accepting;
        }
    }

    private final Map<Change, Integer> met = new EnumMap<>(Change.class);

    @Test
    void a_mode_accepts_what_it_leaves_out_and_nothing_else() {
        int pairs = 0;
        for (long seed = 0; pairs < PAIRS; seed++) {
            CaseInput input = input(seed);
            if (!(new MachineSide().run(input) instanceof SideOutcome.Ran(RunOutput run, String error))) {
                continue;
            }
            Random random = new Random(seed);
            for (Change change : Change.values()) {
                // A loop that is cut at its limit may be cut one message earlier or later on the other side.
                boolean cut =
                        run.status().equals(RunOutput.STUCK) && (change == Change.LOSE || change == Change.DOUBLE);
                Optional<RunOutput> changed = cut ? Optional.empty() : changed(run, change, random);
                if (changed.isEmpty()) {
                    continue;
                }
                met.merge(change, 1, Integer::sum);
                for (ComparisonMode mode : ComparisonMode.values()) {
                    pairs++;
                    Comparison comparison = PairRun.compare(
                                    input,
                                    new SideOutcome.Ran(run, error),
                                    new SideOutcome.Ran(changed.get(), error),
                                    mode)
                            .comparison();
                    assertThat(comparison.verdict() instanceof Verdict.Agree)
                            .as("seed %d, %s in mode %s: %s", seed, change, mode, comparison.lines())
                            .isEqualTo(change.accepting.contains(mode));
                    assertThat(comparison.mode()).isEqualTo(mode);
                }
            }
        }
        assertThat(met).as("every change was tried").containsOnlyKeys(Change.values());
        assertThat(met.values())
                .as("%s", met)
                .allSatisfy(count -> assertThat(count).isGreaterThan(50));
    }

    private static CaseInput input(long seed) {
        GeneratorOptions small = GeneratorOptions.VALID.withRoles(2, 4).withSize(4, 2, 8);
        return new CaseInput(
                List.of(
                        ChoreographyJson.of(ProtocolGenerator.generate(small, 2 * seed)),
                        ChoreographyJson.of(ProtocolGenerator.generate(small, 2 * seed + 1))),
                1,
                60);
    }

    private static @Nullable String actor(TraceEvent event) {
        return switch (event.kind()) {
            case "sent" -> event.sender();
            case "received" -> event.receiver();
            default -> null;
        };
    }

    private static boolean takes(TraceEvent send, TraceEvent receive) {
        return send.kind().equals("sent")
                && receive.kind().equals("received")
                && Objects.equals(send.session(), receive.session())
                && Objects.equals(send.sender(), receive.sender())
                && Objects.equals(send.receiver(), receive.receiver());
    }

    /** {@return the run with the change; empty when it has no place for it} */
    private static Optional<RunOutput> changed(RunOutput run, Change change, Random random) {
        List<TraceEvent> trace = run.trace();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < trace.size(); i++) {
            if (hasPlace(trace, i, change)) {
                places.add(i);
            }
        }
        return switch (change) {
            case NOTHING -> Optional.of(run);
            case ROUNDS -> Optional.of(with(run, trace, run.stepsExecuted() + 1, run.status(), run.sessions()));
            case STATUS -> {
                String other = run.status().equals(RunOutput.STUCK) ? RunOutput.COMPLETED : RunOutput.STUCK;
                yield Optional.of(with(run, trace, run.stepsExecuted(), other, run.sessions()));
            }
            case SESSION_STATUS -> {
                List<SessionStatus> sessions = new ArrayList<>(run.sessions());
                SessionStatus last = sessions.removeLast();
                sessions.add(new SessionStatus(last.sid(), !last.terminal()));
                yield Optional.of(with(run, trace, run.stepsExecuted(), run.status(), sessions));
            }
            default ->
                places.isEmpty()
                        ? Optional.empty()
                        : Optional.of(with(
                                run,
                                changed(trace, places.get(random.nextInt(places.size())), change),
                                run.stepsExecuted(),
                                run.status(),
                                run.sessions()));
        };
    }

    private static boolean hasPlace(List<TraceEvent> trace, int i, Change change) {
        TraceEvent event = trace.get(i);
        TraceEvent next = i + 1 < trace.size() ? trace.get(i + 1) : event;
        boolean message = actor(event) != null;
        boolean both = message && actor(next) != null && i + 1 < trace.size();
        boolean oneSession = Objects.equals(event.session(), next.session());
        boolean oneRole = Objects.equals(actor(event), actor(next));
        return switch (change) {
            case NOTHING, ROUNDS, STATUS, SESSION_STATUS -> false;
            case TICK, LOSE, DOUBLE, RELABEL, REROUTE -> message;
            case SWAP_SESSIONS -> both && !oneSession;
            case SWAP_ROLES -> both && oneSession && !oneRole && !takes(event, next);
            case SWAP_MATCHED ->
                both
                        && takes(event, next)
                        && trace.subList(0, i).stream()
                                        .filter(one -> takes(one, next))
                                        .count()
                                == trace.subList(0, i).stream()
                                        .filter(one -> takes(event, one))
                                        .count();
            case SWAP_OWN ->
                both && oneSession && oneRole && !EventParts.withTick(event, 0).equals(EventParts.withTick(next, 0));
        };
    }

    private static List<TraceEvent> changed(List<TraceEvent> trace, int place, Change change) {
        List<TraceEvent> changed = new ArrayList<>(trace);
        TraceEvent event = trace.get(place);
        switch (change) {
            case TICK -> changed.set(place, EventParts.withTick(event, event.tick() + 1));
            case SWAP_SESSIONS, SWAP_ROLES, SWAP_MATCHED, SWAP_OWN -> Collections.swap(changed, place, place + 1);
            case LOSE -> changed.remove(place);
            case DOUBLE -> changed.add(place, event);
            case RELABEL -> changed.set(place, message(event, "", "?"));
            case REROUTE -> changed.set(place, message(event, "?", ""));
            case NOTHING, ROUNDS, STATUS, SESSION_STATUS -> throw new AssertionError(change);
        }
        return changed;
    }

    /** The same event of a message, something behind its receiver and its label. */
    private static TraceEvent message(TraceEvent event, String receiver, String label) {
        long session = Objects.requireNonNull(event.session());
        String sender = Objects.requireNonNull(event.sender());
        String to = event.receiver() + receiver;
        String what = event.label() + label;
        return event.kind().equals("sent")
                ? TraceEvent.sent(event.tick(), session, sender, to, what)
                : TraceEvent.received(event.tick(), session, sender, to, what);
    }

    private static RunOutput with(
            RunOutput run, List<TraceEvent> trace, long steps, String status, List<SessionStatus> sessions) {
        return new RunOutput(
                trace,
                sessions,
                steps,
                run.concurrency(),
                status,
                run.effectTrace(),
                run.effectExchanges(),
                run.outputConditionTrace(),
                run.stepStates(),
                run.semanticObjects());
    }
}
