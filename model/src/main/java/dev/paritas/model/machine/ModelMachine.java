package dev.paritas.model.machine;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.RunBudget;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunLimitProblem;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reference dialect L: loads choreographies and runs them step by step (spec 22 §4-10). One object is one run and is
 * not shared between threads.
 */
public final class ModelMachine {
    /** Projecting visits each part of the protocol for each role. */
    private static final long MOST_VISITS_BEFORE_REFUSAL = 20_000_000;

    private final ModelState state = new ModelState();

    /**
     * Runs all choreographies together.
     *
     * @param concurrency echoed, without effect
     * @param maxSteps the most rounds, unsigned
     * @throws ProblemException ({@link ModelInputProblem}) when a choreography is refused
     */
    public static RunOutput run(List<ChoreographyJson> choreographies, long concurrency, long maxSteps) {
        ModelMachine machine = new ModelMachine();
        choreographies.forEach(choreography -> machine.load(choreography.globalType(), choreography.roles()));
        return machine.run(concurrency, maxSteps);
    }

    /**
     * Adds the next session.
     *
     * @throws ProblemException ({@link ModelInputProblem}) for an image that is not accepted or a limit that would
     *     be exceeded
     */
    public void load(GlobalType global, List<String> roles) {
        // A fault of the image is told first, but not at any price: with too many roles the choreography is refused
        // anyway.
        if ((long) roles.size() * parts(global) > MOST_VISITS_BEFORE_REFUSAL) {
            state.requireRoom(roles.size());
        }
        state.load(ModelImage.of(global, roles));
    }

    private static long parts(GlobalType global) {
        ArrayDeque<GlobalType> open = new ArrayDeque<>(List.of(global));
        long parts = 0;
        while (!open.isEmpty()) {
            GlobalType type = open.pop();
            parts++;
            for (int i = 0; i < type.arity(); i++) {
                open.push(type.child(i));
            }
        }
        return parts;
    }

    /** As {@link #run(long, long, RunDetail)}, with all there is. */
    public RunOutput run(long concurrency, long maxSteps) {
        return run(concurrency, maxSteps, RunDetail.STEPS);
    }

    /**
     * Runs what has been loaded; to be called once.
     *
     * @param concurrency echoed, without effect
     * @param maxSteps the most rounds, unsigned
     * @param detail what is kept: this dialect has nothing beyond step states
     * @throws ProblemException ({@link RunLimitProblem}) when the records pass a limit
     */
    public RunOutput run(long concurrency, long maxSteps, RunDetail detail) {
        boolean keepsSteps = detail.includes(RunDetail.STEPS);
        ModelStep step = new ModelStep(state.sessions().stream().anyMatch(ModelSession::hasHandlers));
        RunBudget budget = new RunBudget();
        ModelRecorder recorder = new ModelRecorder(state, budget);
        List<TraceEvent> observed = new ArrayList<>(state.opened());
        List<TraceEvent> ends = new ArrayList<>();
        long picks = 0;
        for (long clock = 1; Long.compareUnsigned(clock, maxSteps) <= 0; clock++) {
            state.wakeReceivers();
            RefinementSlice before = keepsSteps ? recorder.slice(picks) : null;
            Optional<ModelCoroutine> picked = state.pick();
            if (picked.isEmpty()) {
                break;
            }
            picks++;
            ModelCoroutine coroutine = picked.get();
            ModelOutcome outcome = step.execute(coroutine);
            settle(coroutine, outcome);
            TraceEvent event = event(clock, coroutine, outcome);
            if (event != null) {
                budget.spend(event);
                (coroutine.isOver() ? ends : observed).add(event);
            }
            if (before != null) {
                recorder.record(before, picks, coroutine, word(outcome), event);
            }
            if (coroutine.isOver() && state.isOver()) {
                break;
            }
        }
        return output(merged(observed, ends), recorder.steps(), picks, concurrency);
    }

    private void settle(ModelCoroutine coroutine, ModelOutcome outcome) {
        switch (outcome) {
            case ModelOutcome.Continued ignored -> state.requeue(coroutine);
            case ModelOutcome.Offered ignored -> state.requeue(coroutine);
            case ModelOutcome.Chose ignored -> state.requeue(coroutine);
            case ModelOutcome.Blocked(ModelBlock reason) -> state.block(coroutine, reason);
            case ModelOutcome.Halted ignored -> coroutine.setStatus(ModelCoroutine.Status.DONE);
            case ModelOutcome.Faulted ignored -> coroutine.setStatus(ModelCoroutine.Status.FAULTED);
        }
    }

    private static @Nullable TraceEvent event(long tick, ModelCoroutine coroutine, ModelOutcome outcome) {
        return switch (outcome) {
            case ModelOutcome.Continued ignored -> null;
            case ModelOutcome.Blocked ignored -> null;
            case ModelOutcome.Offered(var edge, String label) ->
                TraceEvent.sent(tick, edge.sid(), edge.sender(), edge.receiver(), label);
            case ModelOutcome.Chose(var edge, String label) ->
                TraceEvent.received(tick, edge.sid(), edge.sender(), edge.receiver(), label);
            case ModelOutcome.Halted ignored -> TraceEvent.halted(tick, Long.toString(coroutine.id()));
            case ModelOutcome.Faulted(ModelFault fault) ->
                TraceEvent.faulted(tick, Long.toString(coroutine.id()), fault.text());
        };
    }

    private static String word(ModelOutcome outcome) {
        return switch (outcome) {
            case ModelOutcome.Continued ignored -> "continue";
            case ModelOutcome.Offered ignored -> "continue";
            case ModelOutcome.Chose ignored -> "continue";
            case ModelOutcome.Blocked ignored -> "blocked";
            case ModelOutcome.Halted ignored -> "halted";
            case ModelOutcome.Faulted ignored -> "faulted";
        };
    }

    private RunOutput output(List<TraceEvent> trace, List<StepState> steps, long picks, long concurrency) {
        List<SessionStatus> sessions = state.sessions().stream()
                .map(session -> new SessionStatus(session.sid(), false))
                .toList();
        return new RunOutput(
                trace,
                sessions,
                picks,
                concurrency,
                state.isOver() ? RunOutput.COMPLETED : RunOutput.STUCK,
                List.of(),
                List.of(),
                List.of(),
                steps,
                SemanticObjects.empty());
    }

    /** Observed events and the ends of coroutines by tick; at equal ticks the observed one comes first (spec 22 §9). */
    private static List<TraceEvent> merged(List<TraceEvent> observed, List<TraceEvent> ends) {
        List<TraceEvent> trace = new ArrayList<>(observed.size() + ends.size());
        int next = 0;
        for (TraceEvent end : ends) {
            while (next < observed.size()
                    && Long.compareUnsigned(observed.get(next).tick(), end.tick()) <= 0) {
                trace.add(observed.get(next++));
            }
            trace.add(end);
        }
        trace.addAll(observed.subList(next, observed.size()));
        return trace;
    }
}
