package dev.paritas.machine.trace;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.engine.MachineError;
import dev.paritas.machine.engine.MachineRecords;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RoundResult;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.RunBudget;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunLimit;
import dev.paritas.semanticobjects.run.RunLimitProblem;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.semanticobjects.run.TransitionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a loaded machine and keeps of it what the bridge asks for. */
public final class ObservedRun {
    private final ProtocolMachine machine;
    private final RunDetail detail;
    private final RunBudget budget = new RunBudget();
    private final List<StepState> steps = new ArrayList<>();
    private @Nullable MachineError fault;

    /**
     * @param machine in-memory recording with full retention, choreographies loaded
     * @param detail what {@link #run} returns; the rest is empty there
     */
    public ObservedRun(ProtocolMachine machine, RunDetail detail) {
        this.machine = machine;
        this.detail = detail;
        if (detail.includes(RunDetail.STEPS)) {
            machine.keepPreDispatchSlices();
        }
    }

    /**
     * Steps until nothing can move, a coroutine faults, or {@code maxSteps} rounds have passed.
     *
     * @return the run so far, for the bridge
     * @throws ProblemException ({@link MachineError}) any error of the machine but the fault of a coroutine
     * @throws ProblemException ({@link RunLimitProblem}) when the records pass {@link RunLimit#ANSWER_TEXT}
     */
    public RunOutput run(EffectHandler handler, long maxSteps, long concurrency) {
        RoundResult result = RoundResult.CONTINUE;
        for (long round = 0; round != maxSteps && result == RoundResult.CONTINUE; round++) {
            result = step(handler, concurrency);
        }
        return output(concurrency);
    }

    private RoundResult step(EffectHandler handler, long concurrency) {
        int known = machine.records().traceLength();
        RoundResult result;
        try {
            result = machine.stepRound(handler, concurrency);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof MachineError.CoroutineFault faulted)) {
                throw e;
            }
            fault = faulted;
            result = RoundResult.STUCK;
        }
        List<ObservableEvent> events = machine.records().traceFrom(known);
        events.forEach(event -> budget.spend(BridgeExport.event(event).orElse(null), detail));
        if (detail.includes(RunDetail.STEPS) && machine.lastSchedStep().isPresent()) {
            StepState step = state(events);
            budget.spend(step);
            steps.add(step);
        }
        return result;
    }

    private StepState state(List<ObservableEvent> events) {
        TransitionSummary summary = machine.transitionSummary();
        RefinementSlice before = machine.preDispatchSlice().orElse(null);
        TraceEvent event = events.stream()
                .flatMap(observed -> BridgeExport.event(observed).stream())
                .findFirst()
                .orElse(null);
        return new StepState(
                steps.size(),
                before,
                machine.refinementSlice(),
                summary.selectedCoro(),
                summary.selectedPc(),
                summary.selectedType(),
                summary.execStatus(),
                summary.sessionTypeCounts(),
                summary.bufferedMessageCounts(),
                summary.readyQueue(),
                summary.blocked(),
                event);
    }

    /** {@return the fault that ended the run} */
    public Optional<MachineError> fault() {
        return Optional.ofNullable(fault);
    }

    private RunOutput output(long concurrency) {
        MachineRecords records = machine.records();
        SemanticObjects objects =
                detail.includes(RunDetail.OBJECTS) ? records.semanticObjects() : SemanticObjects.empty();
        budget.spend(objects);
        boolean effects = detail.includes(RunDetail.EFFECTS);
        boolean ended = machine.coroutines().stream()
                .allMatch(coroutine -> coroutine.status().isTerminal());
        return new RunOutput(
                BridgeExport.trace(records.trace()),
                BridgeExport.statuses(machine.sessions()),
                machine.scheduler().stepCount(),
                concurrency,
                ended ? RunOutput.COMPLETED : RunOutput.STUCK,
                effects ? BridgeExport.effects(records.effectTrace()) : List.of(),
                effects ? records.effectExchanges() : List.of(),
                effects ? BridgeExport.checks(records.outputConditionChecks()) : List.of(),
                steps,
                objects);
    }
}
