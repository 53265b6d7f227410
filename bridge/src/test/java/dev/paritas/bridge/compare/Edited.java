package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs with a part changed by a test. */
public final class Edited {
    private Edited() {}

    public static RunOutput run(RunOutput run, List<TraceEvent> trace, List<StepState> steps) {
        return new RunOutput(
                trace,
                run.sessions(),
                run.stepsExecuted(),
                run.concurrency(),
                run.status(),
                run.effectTrace(),
                run.effectExchanges(),
                run.outputConditionTrace(),
                steps,
                run.semanticObjects());
    }

    static TraceEvent label(TraceEvent event, String label) {
        long session = Objects.requireNonNull(event.session());
        String sender = Objects.requireNonNull(event.sender());
        String receiver = Objects.requireNonNull(event.receiver());
        return event.kind().equals("sent")
                ? TraceEvent.sent(event.tick(), session, sender, receiver, label)
                : TraceEvent.received(event.tick(), session, sender, receiver, label);
    }

    public static StepState blocked(StepState step, Map<Long, String> blocked) {
        return step(step, step.preState(), blocked);
    }

    /** The step with another ready queue in the state before it. */
    static StepState queued(StepState step, List<Long> readyQueue) {
        RefinementSlice before = Objects.requireNonNull(step.preState());
        return step(
                step,
                new RefinementSlice(
                        before.coroutines(),
                        before.sessions(),
                        new RefinementSlice.SchedulerSlice(
                                readyQueue,
                                before.scheduler().blocked(),
                                before.scheduler().stepCount())),
                step.blocked());
    }

    private static StepState step(StepState step, @Nullable RefinementSlice before, Map<Long, String> blocked) {
        return new StepState(
                step.stepIndex(),
                before,
                step.postState(),
                step.selectedCoro(),
                step.selectedPc(),
                step.selectedType(),
                step.execStatus(),
                step.sessionTypeCounts(),
                step.bufferedMessageCounts(),
                step.readyQueue(),
                blocked,
                step.event());
    }
}
