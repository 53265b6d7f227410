package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two runs as far as their mode says: their events in strands, each of which has an order that counts. What belongs
 * to the scheduler is left out, and told. That equal role sequences are equal up to swaps of independent neighbours is
 * {@code ofRole_iff_swaps} of the model.
 */
final class InterleavingComparison {
    private static final String OPENED = "opened";
    private static final String SENT = "sent";
    private static final String RECEIVED = "received";
    private static final String HALTED = "halted";

    private final ComparisonMode mode;
    private final long limit;
    private final CoroutineRoles roles;
    private final RunOutput left;
    private final RunOutput right;
    private final List<DivergenceReport> findings = new ArrayList<>();
    private final List<Coverage.Part> parts = new ArrayList<>();
    private long behindTheLimit;

    /** @param mode any but exact */
    InterleavingComparison(CaseInput input, ComparisonMode mode, RunOutput left, RunOutput right) {
        this.mode = mode;
        this.limit = input.maxSteps();
        this.roles = CoroutineRoles.of(input.protocols());
        this.left = left;
        this.right = right;
    }

    Comparison compare() {
        boolean bothTellEnds = tellsEnds(left) && tellsEnds(right);
        Map<String, List<TraceEvent>> ours = strands(left.trace(), bothTellEnds);
        Map<String, List<TraceEvent>> theirs = strands(right.trace(), bothTellEnds);
        Set<String> names = new LinkedHashSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            strand(name, ours.getOrDefault(name, List.of()), theirs.getOrDefault(name, List.of()));
        }
        if (mode == ComparisonMode.ROLE) {
            queues("left", left.trace());
            queues("right", right.trace());
        }
        status();
        long longest = Math.max(count(ours), count(theirs));
        parts.addFirst(
                behindTheLimit == 0
                        ? Coverage.Part.whole(Coverage.EVENTS, count(ours), count(theirs))
                        : new Coverage.Part(
                                Coverage.EVENTS,
                                count(ours),
                                count(theirs),
                                longest - behindTheLimit,
                                "one side used up its steps before"));
        leftOut("openings of sessions", count(left, OPENED), count(right, OPENED));
        if (!bothTellEnds) {
            parts.add(new Coverage.Part(
                    "ends of roles", count(left, HALTED), count(right, HALTED), 0, "one side does not tell them"));
        }
        leftOut("session statuses", left.sessions().size(), right.sessions().size());
        leftOut("steps_executed", 1, 1);
        leftOut("concurrency", 1, 1);
        leftOut(Coverage.STEPS, left.stepStates().size(), right.stepStates().size());
        Coverage coverage = new Coverage(parts);
        if (findings.isEmpty()
                && coverage.compared(Coverage.EVENTS) == 0
                && left.status().equals(RunOutput.STUCK)) {
            Verdict nothing = new Verdict.Declined(
                    "nothing was compared: neither side came to an event that counts", Verdict.Whose.BOTH);
            return new Comparison(nothing, List.of(), NormalizationLedger.EMPTY, coverage, mode);
        }
        return Comparison.of(findings, NormalizationLedger.EMPTY, coverage).in(mode);
    }

    /** One that has done nothing has not been stopped on its way. */
    private boolean usedUp(RunOutput run) {
        return count(run, SENT) > 0
                && run.status().equals(RunOutput.STUCK)
                && Long.compareUnsigned(run.stepsExecuted(), limit) >= 0;
    }

    private static boolean tellsEnds(RunOutput run) {
        return count(run, HALTED) > 0;
    }

    /** {@return the events that count by the strand whose order counts, without ticks and reasons} */
    private Map<String, List<TraceEvent>> strands(List<TraceEvent> trace, boolean ends) {
        Map<String, List<TraceEvent>> strands = new LinkedHashMap<>();
        for (TraceEvent event : trace) {
            boolean counts = ends || !event.kind().equals(HALTED);
            // The roles of a session are those of the protocol, whoever lists them.
            if (counts && !event.kind().equals(OPENED)) {
                strands.computeIfAbsent(strand(event), ignored -> new ArrayList<>())
                        .add(EventParts.withTick(EventParts.withoutReason(event), 0));
            }
        }
        return strands;
    }

    private String strand(TraceEvent event) {
        Optional<CoroutineRoles.SessionRole> actor = roles.actor(event);
        Long session = event.session();
        return switch (mode) {
            case EXACT, ORDER -> "the trace";
            case SESSION ->
                session != null
                        ? "session " + session
                        : actor.map(part -> "session " + part.session()).orElse("events of no session");
            case ROLE ->
                actor.map(part -> "role " + part.role() + " of session " + part.session())
                        .orElse("events of no role");
        };
    }

    /** A side that used up its steps may have come less far, since both count other steps. */
    private void strand(String name, List<TraceEvent> ours, List<TraceEvent> theirs) {
        int common = Math.min(ours.size(), theirs.size());
        boolean mayEnd = ours.size() < theirs.size() && usedUp(left) || theirs.size() < ours.size() && usedUp(right);
        if (mayEnd && ours.subList(0, common).equals(theirs.subList(0, common))) {
            behindTheLimit += Math.max(ours.size(), theirs.size()) - common;
        } else if (!ours.equals(theirs)) {
            findings.add(OutcomeComparison.trace(ours, theirs, null).within(name));
        }
    }

    /** Each receive takes what was sent first on its edge. */
    private void queues(String side, List<TraceEvent> trace) {
        Map<List<@Nullable Object>, Deque<String>> edges = new HashMap<>();
        for (int i = 0; i < trace.size(); i++) {
            TraceEvent event = trace.get(i);
            boolean sent = event.kind().equals(SENT);
            if (!sent && !event.kind().equals(RECEIVED)) {
                continue;
            }
            List<@Nullable Object> edge = Arrays.asList(event.session(), event.sender(), event.receiver());
            Deque<String> queue = edges.computeIfAbsent(edge, ignored -> new ArrayDeque<>());
            String label = Objects.requireNonNullElse(event.label(), "");
            if (sent) {
                queue.add(label);
            } else if (!label.equals(queue.poll())) {
                findings.add(
                        new DivergenceReport(
                                DivergenceReport.TRACE,
                                null,
                                i,
                                List.of(),
                                side.equals("left") ? List.of(TraceEvent.CODEC.toTree(event)) : List.of(),
                                side.equals("right") ? List.of(TraceEvent.CODEC.toTree(event)) : List.of(),
                                "/label",
                                "event " + i + " of the " + side
                                        + " side receives what was not sent first on its edge; no known divergence explains it"));
                return;
            }
        }
    }

    private void status() {
        if (!left.status().equals(right.status())) {
            findings.add(DivergenceReport.at(
                    "status",
                    null,
                    0,
                    new JsonDifference(
                            "/status", new JsonValue.Text(left.status()), new JsonValue.Text(right.status())),
                    "the runs end with another status"));
        }
        parts.add(Coverage.Part.whole("run status", 1, 1));
    }

    private static long count(Map<String, List<TraceEvent>> strands) {
        return strands.values().stream().mapToLong(List::size).sum();
    }

    private static long count(RunOutput run, String kind) {
        return run.trace().stream().filter(event -> event.kind().equals(kind)).count();
    }

    private void leftOut(String name, long ours, long theirs) {
        parts.add(new Coverage.Part(name, ours, theirs, 0, "mode " + mode.word()));
    }
}
