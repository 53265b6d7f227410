package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.CoroutineSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.SchedulerSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.SessionSlice;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Map;

/** The binary choice of spec 22 §10, typed in from the text. */
final class Samples {
    private Samples() {}

    static List<TraceEvent> trace() {
        return List.of(
                TraceEvent.opened(0, 0, "A,B"),
                TraceEvent.sent(1, 0, "A", "B", "yes"),
                TraceEvent.received(2, 0, "A", "B", "yes"),
                TraceEvent.halted(3, "0"),
                TraceEvent.halted(4, "1"));
    }

    static RunOutput run(List<TraceEvent> trace) {
        return run(trace, List.of(new SessionStatus(0, false)), SemanticObjects.empty());
    }

    static RunOutput run(List<TraceEvent> trace, List<SessionStatus> sessions, SemanticObjects objects) {
        return new RunOutput(
                trace, sessions, 4, 1, RunOutput.COMPLETED, List.of(), List.of(), List.of(), List.of(), objects);
    }

    static StepState step() {
        return new StepState(
                0,
                slice(List.of(0L, 1L), 0, 0, 0),
                slice(List.of(1L, 0L), 1, 1, 1),
                0L,
                1L,
                "LocalType.end_",
                "continue",
                Map.of(0L, 2L),
                Map.of(0L, 1L),
                List.of(1L, 0L),
                Map.of(),
                TraceEvent.sent(1, 0, "A", "B", "yes"));
    }

    static RefinementSlice slice(List<Long> ready, long pc, long buffered, long steps) {
        return new RefinementSlice(
                List.of(new CoroutineSlice(0, 0, pc, "ready", 1, 0), new CoroutineSlice(1, 0, 2, "ready", 1, 0)),
                List.of(new SessionSlice(0, 2, 2, 1, buffered, "active", 0)),
                new SchedulerSlice(ready, Map.of(), steps));
    }
}
