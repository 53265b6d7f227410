package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares two runs of one case: traces, session statuses, status, numbers of steps, and step states. */
final class RunComparison {
    private static final int STEP_FINDINGS = 20;

    private final CaseInput input;
    private final boolean recorded;
    private final RunOutput left;
    private final RunOutput right;
    private final RunDivergence divergence;
    private final List<DivergenceReport> findings = new ArrayList<>();
    private final List<Coverage.Part> parts = new ArrayList<>();

    /** The class after which the two runs are at different places; null where they go in step. */
    private @Nullable DivergenceClass parted;

    private NormalizationLedger ledger = NormalizationLedger.EMPTY;

    RunComparison(CaseInput input, SideOutcome.Ran left, SideOutcome.Ran right, boolean recorded) {
        this.input = input;
        this.recorded = recorded;
        this.left = left.output();
        this.right = right.output();
        this.divergence = new RunDivergence(input.protocols(), left, right, input.maxSteps());
    }

    Comparison compare() {
        trace();
        sessions();
        status();
        number("steps_executed", left.stepsExecuted(), right.stepsExecuted(), parted);
        number("concurrency", left.concurrency(), right.concurrency(), null);
        steps();
        notCompared("effects", left.effectTrace().size(), right.effectTrace().size());
        notCompared(
                "exchanges",
                left.effectExchanges().size(),
                right.effectExchanges().size());
        notCompared(
                "output conditions",
                left.outputConditionTrace().size(),
                right.outputConditionTrace().size());
        parts.add(new Coverage.Part(
                "semantic objects", 0, 0, 0, "only the machine has them; they are held against reference answers"));
        return Comparison.of(findings, ledger, new Coverage(parts)).in(ComparisonMode.EXACT);
    }

    private void trace() {
        ExecutionComparison executions = ExecutionComparator.compare(left, right);
        ledger = ledger.plus(executions.ledger());
        int ours = left.trace().size();
        int theirs = right.trace().size();
        if (executions.semanticAuditEquivalent()) {
            parts.add(Coverage.Part.whole(Coverage.EVENTS, ours, theirs));
            parted = divergence.stoppedByFault() && left.stepsExecuted() < right.stepsExecuted()
                    ? DivergenceClass.FAULT_STOPS_RUN
                    : null;
            return;
        }
        DivergenceClass known = divergence.known().orElse(null);
        DivergenceReport report = OutcomeComparison.trace(left.trace(), right.trace(), known);
        findings.add(report);
        if (known == null) {
            parts.add(new Coverage.Part(
                    Coverage.EVENTS, ours, theirs, report.index() + 1, "nothing explains the difference there"));
            return;
        }
        CoveredTail tail = divergence.behind(known);
        tail.finding().ifPresent(findings::add);
        parts.add(new Coverage.Part(Coverage.EVENTS, ours, theirs, tail.compared(), tail.note()));
        parted = switch (known) {
            case FAULT_REASON ->
                divergence.stoppedByFault() && left.stepsExecuted() < right.stepsExecuted()
                        ? DivergenceClass.FAULT_STOPS_RUN
                        : null;
            case ROLE_NAME_ORDER -> null;
            case PENDING_MESSAGE_WAKE,
                    SEND_BUFFER_LIMIT,
                    MERGED_PROJECTION,
                    ANNOTATED_PAYLOAD,
                    NESTED_RECURSION,
                    LOOP_TYPE_TEXT,
                    WRAPPED_TYPE_TEXT,
                    SESSION_ORDER,
                    FAULT_STOPS_RUN,
                    SELF_COMMUNICATION,
                    PROGRAM_COUNTER,
                    ROLE_LIST,
                    BLOCKED_ORDER,
                    OUTER_LOOP_JUMP -> known;
        };
    }

    private void steps() {
        List<StepState> ours = left.stepStates();
        List<StepState> theirs = right.stepStates();
        if (recorded && (!holdsItsSteps(left) || !holdsItsSteps(right))) {
            parts.add(new Coverage.Part(
                    Coverage.STEPS, ours.size(), theirs.size(), 0, "the record holds a part of the step states only"));
            return;
        }
        StepComparison comparison = StepComparator.compare(
                ours,
                theirs,
                input.choreographies().size() == 1 ? StepComparator.SINGLE_SESSION : StepComparator.ALL,
                parted == null ? STEP_FINDINGS : 1);
        ledger = ledger.plus(comparison.ledger());
        if (parted != null) {
            consistent("left", left);
            consistent("right", right);
        }
        long compared = comparison.differences().isEmpty()
                ? comparison.compared()
                : comparison.differences().getFirst().step();
        if (parted != null && !comparison.equivalent() && new StepSplit(ours, theirs, compared).explains(parted)) {
            parts.add(new Coverage.Part(
                    Coverage.STEPS,
                    ours.size(),
                    theirs.size(),
                    compared,
                    "behind it the two are at different places (" + parted.word() + ")"));
            return;
        }
        comparison.differences().forEach(this::differs);
        if (ours.size() != theirs.size()) {
            findings.add(DivergenceReport.at(
                    "step",
                    null,
                    comparison.compared(),
                    new JsonDifference("/step_states", JsonValue.Num.of(ours.size()), JsonValue.Num.of(theirs.size())),
                    "there are " + ours.size() + " and " + theirs.size() + " step states"));
        }
        parts.add(new Coverage.Part(
                Coverage.STEPS,
                ours.size(),
                theirs.size(),
                comparison.compared(),
                ours.isEmpty() != theirs.isEmpty()
                        ? "one side has no step states"
                        : ours.size() != theirs.size() ? "one side ends there" : "program counters are left out"));
    }

    private void differs(StepDifference step) {
        findings.add(DivergenceReport.at(
                "step", null, step.step(), step.first(), "step " + step.step() + " differs in " + step.member()));
    }

    /** A run executes one step for each step state that it gives. */
    private static boolean holdsItsSteps(RunOutput run) {
        return run.stepStates().size() == run.stepsExecuted();
    }

    /** Where the sides cannot be held against each other, each one's own step states must show its trace. */
    private void consistent(String side, RunOutput run) {
        List<StepState> steps = run.stepStates();
        boolean shown = holdsItsSteps(run)
                && steps.stream()
                        .map(StepState::event)
                        .filter(Objects::nonNull)
                        .toList()
                        .equals(run.trace().stream()
                                .filter(event -> !event.kind().equals("opened"))
                                .toList());
        for (int i = 0; shown && i < steps.size(); i++) {
            shown = steps.get(i).stepIndex() == i;
        }
        if (!shown) {
            findings.add(new DivergenceReport(
                    "step",
                    null,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    "/step_states",
                    "the step states of the " + side + " side do not show that side's own trace"));
        }
    }

    private void sessions() {
        List<SessionStatus> ours = left.sessions();
        List<SessionStatus> theirs = right.sessions();
        if (!ours.equals(theirs)) {
            Codec<List<SessionStatus>> codec = Codec.listOf(SessionStatus.CODEC);
            StructuralDifference.first(codec, ours, theirs)
                    .ifPresent(place -> findings.add(DivergenceReport.at(
                            "session_statuses", null, 0, place, "the session statuses differ at " + place.pointer())));
        }
        parts.add(Coverage.Part.whole("session statuses", ours.size(), theirs.size()));
    }

    private void status() {
        if (!left.status().equals(right.status())) {
            DivergenceClass known = parted != null && divergence.mayStandWhileOtherEnds() ? parted : null;
            findings.add(DivergenceReport.at(
                    "status",
                    known,
                    0,
                    new JsonDifference(
                            "/status", new JsonValue.Text(left.status()), new JsonValue.Text(right.status())),
                    "the runs end with another status"));
        }
        parts.add(Coverage.Part.whole("run status", 1, 1));
    }

    private void number(String name, long ours, long theirs, @Nullable DivergenceClass known) {
        if (ours == theirs) {
            parts.add(Coverage.Part.whole(name, 1, 1));
            return;
        }
        if (known != null) {
            parts.add(new Coverage.Part(name, 1, 1, 0, "the two take other numbers of rounds (" + known.word() + ")"));
            return;
        }
        findings.add(DivergenceReport.at(
                name,
                null,
                0,
                new JsonDifference("/" + name, JsonValue.Num.of(ours), JsonValue.Num.of(theirs)),
                name + " differs"));
        parts.add(Coverage.Part.whole(name, 1, 1));
    }

    private void notCompared(String name, int ours, int theirs) {
        parts.add(new Coverage.Part(name, ours, theirs, 0, "the reference dialect has none"));
    }
}
