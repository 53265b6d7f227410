package dev.paritas.app.command;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a run ended, in the words and the exit code that every form of {@code run} and {@code simulate} has. */
final class RunEndText {
    /** The kind of the line that closes a stream of events which ended early. */
    private static final String ENDED = "ended";

    private RunEndText() {}

    /**
     * {@return 0 for a run that ended, or used up its steps; 1 for one that cannot go on, or broke off}
     *
     * @param strict whether using up the steps is a failure too
     */
    static int exitCode(RunEnd end, boolean strict) {
        return switch (end) {
            case RunEnd.Completed() -> ExitCode.OK;
            case RunEnd.StepLimit() -> strict ? ExitCode.DIVERGE : ExitCode.OK;
            case RunEnd.Blocked(), RunEnd.Faulted _ -> ExitCode.DIVERGE;
        };
    }

    /** {@return the word, and the reason where there is one} */
    static String of(RunEnd end) {
        return end instanceof RunEnd.Faulted(String reason) && !reason.isEmpty()
                ? end.word() + ": " + reason
                : end.word();
    }

    /** Tells on standard error how a run ended that did not complete. */
    static void note(RunEnd end, long steps, Streams streams) {
        String taken = Long.toUnsignedString(steps);
        switch (end) {
            case RunEnd.Completed() -> {}
            case RunEnd.StepLimit() -> streams.complain("note: step limit: the run used up its " + taken + " steps");
            case RunEnd.Blocked() -> streams.complain("note: blocked after " + taken + " steps");
            case RunEnd.Faulted(String reason) ->
                streams.complain("note: faulted after " + taken + " steps: " + reason);
        }
    }

    /** {@return the last line of a stream of events that ended early} */
    static TraceEvent event(RunEnd end, long tick) {
        return new TraceEvent(
                ENDED, tick, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                of(end));
    }

    /** {@return the last line of records that ended early} */
    static JsonValue document(RunEnd end) {
        SortedMap<String, JsonValue> members = new TreeMap<>(CodePointOrder.INSTANCE);
        members.put("kind", new JsonValue.Text(ENDED));
        members.put("reason", new JsonValue.Text(of(end)));
        return new JsonValue.Obj(members);
    }
}
