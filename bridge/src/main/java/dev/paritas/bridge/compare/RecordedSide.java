package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;

/**
 * One side of a reproducer: who answered, and how much of the answer the folder holds. Effects and semantic objects are
 * never kept; of a long run only the elements around the difference are.
 *
 * @param command the command line that starts it, empty for an implementation in this process
 * @param events how many events the outcome had
 * @param eventsFrom index of the first event kept
 * @param steps how many step states the outcome had
 * @param stepsFrom index of the first step state kept
 * @param digest SHA-256 in hex of the outcome without effects and objects, in compact form
 */
public record RecordedSide(
        Identity identity,
        List<String> command,
        long events,
        long eventsFrom,
        long steps,
        long stepsFrom,
        String digest) {
    /** A compact outcome up to this size, in bytes, is kept whole. */
    static final int WHOLE = 4 << 20;

    /** So many elements are kept on each side of the difference of a longer one. */
    static final int AROUND = 64;

    public static final Codec<RecordedSide> CODEC = ObjectCodec.of(
            "RecordedSide",
            field("identity", Identity.CODEC, RecordedSide::identity),
            field("command", Codec.listOf(Codec.STRING), RecordedSide::command),
            field("events", Codec.U64, RecordedSide::events),
            field("events_from", Codec.U64, RecordedSide::eventsFrom),
            field("steps", Codec.U64, RecordedSide::steps),
            field("steps_from", Codec.U64, RecordedSide::stepsFrom),
            field("digest", Codec.STRING, RecordedSide::digest),
            RecordedSide::new);

    public RecordedSide {
        command = List.copyOf(command);
    }

    /** {@return who answered then} */
    public Answerer answerer() {
        return new Answerer(identity, command);
    }

    /**
     * What a folder keeps of one outcome.
     *
     * @param about how much that is
     */
    record Kept(SideOutcome outcome, RecordedSide about) {}

    /** {@return what to keep of {@code outcome}, around the difference {@code report}} */
    static Kept of(SideOutcome outcome, Answerer who, DivergenceReport report) {
        SideOutcome brief = outcome.brief(Integer.MAX_VALUE);
        byte[] text = JsonOutput.compactBytes(SideOutcome.CODEC, brief);
        String digest = Sha256.hex(text);
        if (!(brief instanceof SideOutcome.Ran(RunOutput run, String error))) {
            return new Kept(brief, new RecordedSide(who.identity(), who.command(), 0, 0, 0, 0, digest));
        }
        List<TraceEvent> trace = run.trace();
        List<StepState> steps = run.stepStates();
        if (text.length <= WHOLE) {
            return new Kept(
                    brief, new RecordedSide(who.identity(), who.command(), trace.size(), 0, steps.size(), 0, digest));
        }
        int at = (int) Math.min(report.index(), Integer.MAX_VALUE);
        long tick = at < trace.size() ? trace.get(at).tick() : steps.size();
        int step = report.kind().equals("step") ? at : (int) Math.min(Math.max(tick, 0), Integer.MAX_VALUE);
        int firstEvent = Math.clamp(at - (long) AROUND, 0, trace.size());
        int firstStep = Math.clamp(step - (long) AROUND, 0, steps.size());
        RunOutput excerpt = new RunOutput(
                trace.subList(firstEvent, Math.min(trace.size(), firstEvent + 2 * AROUND)),
                run.sessions(),
                run.stepsExecuted(),
                run.concurrency(),
                run.status(),
                List.of(),
                List.of(),
                List.of(),
                steps.subList(firstStep, Math.min(steps.size(), firstStep + 2 * AROUND)),
                SemanticObjects.empty());
        return new Kept(
                new SideOutcome.Ran(excerpt, error),
                new RecordedSide(
                        who.identity(), who.command(), trace.size(), firstEvent, steps.size(), firstStep, digest));
    }

    /** {@return whether the folder holds every event} */
    boolean holdsTheTrace(SideOutcome kept) {
        return !(kept instanceof SideOutcome.Ran(RunOutput run, String error))
                || run.trace().size() == events;
    }
}
