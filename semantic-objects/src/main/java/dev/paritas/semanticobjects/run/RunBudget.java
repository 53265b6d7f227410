package dev.paritas.semanticobjects.run;

import dev.paritas.semanticobjects.object.AgreementState;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of a run while it runs, in bytes of their JSON text, so that one that asks for too much ends early.
 * The constants are what the members take beside their texts.
 */
public final class RunBudget {
    private static final int STEP = 400;
    private static final int COROUTINE = 110;
    private static final int SESSION = 140;
    private static final int QUEUED = 4;
    private static final int BLOCKED = 20;
    private static final int EVENT = 130;
    /** An event of the machine has about so many effect records, and each repeats its texts. */
    private static final int EFFECTS = 8;

    private static final int OPERATION = 5000;

    private long spent;

    /** @throws ProblemException ({@link RunLimitProblem}) when this passes {@link RunLimit#ANSWER_TEXT} */
    public void spend(long bytes) {
        spent += bytes;
        RunLimit.ANSWER_TEXT.check(spent);
    }

    /** {@return the bytes so far} */
    public long spent() {
        return spent;
    }

    /** As {@link #spend}, for a step. */
    public void spend(StepState step) {
        long bytes = STEP + length(step.selectedType()) + slice(step.preState()) + slice(step.postState());
        TraceEvent event = step.event();
        spend(event == null ? bytes : bytes + size(event));
    }

    /** As {@link #spend}, for an event. */
    public void spend(TraceEvent event) {
        spend(size(event));
    }

    /** As {@link #spend}, for an event, or null for one that has no form on the wire, and, as far as they are kept, its effects. */
    public void spend(@Nullable TraceEvent event, RunDetail detail) {
        long bytes = event == null ? EVENT : size(event);
        spend(detail.includes(RunDetail.EFFECTS) ? EFFECTS * bytes : bytes);
    }

    /** As {@link #spend}, for the objects of a whole run: the same evidence is told again for each agreement. */
    public void spend(SemanticObjects objects) {
        spend((long) OPERATION * objects.operationInstances().size());
        for (AgreementState state : objects.agreementStates()) {
            List<String> ids = state.evidenceIds();
            spend(ids.isEmpty() ? 0 : (long) ids.size() * (ids.getFirst().length() + 3));
        }
    }

    private static long slice(@Nullable RefinementSlice slice) {
        return slice == null
                ? 0
                : (long) COROUTINE * slice.coroutines().size()
                        + (long) SESSION * slice.sessions().size()
                        + (long) QUEUED * slice.scheduler().readyQueue().size()
                        + (long) BLOCKED * slice.scheduler().blocked().size();
    }

    private static long size(TraceEvent event) {
        return EVENT
                + length(event.label())
                + length(event.sender())
                + length(event.receiver())
                + length(event.role())
                + length(event.reason());
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
