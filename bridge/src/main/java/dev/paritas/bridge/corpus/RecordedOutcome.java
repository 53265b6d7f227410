package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one side made of a case, as published: the trace in full, bulky parts as digests of their canonical text. */
public sealed interface RecordedOutcome {
    /**
     * The side ran.
     *
     * @param stepStates SHA-256 of the compact step states
     * @param semanticObjects SHA-256 of the compact bundle
     * @param error the side's own text of the error that ended the run, null when none did
     */
    record Ran(
            List<TraceEvent> trace,
            List<SessionStatus> sessions,
            long stepsExecuted,
            String status,
            String stepStates,
            String semanticObjects,
            @Nullable String error)
            implements RecordedOutcome {
        public Ran {
            trace = List.copyOf(trace);
            sessions = List.copyOf(sessions);
        }
    }

    /** The side refused the case. */
    record Refused(String stage, String message) implements RecordedOutcome {}

    Codec<RecordedOutcome> CODEC = codec();

    /** {@return the published form of {@code outcome}} */
    static RecordedOutcome of(SideOutcome outcome) {
        return switch (outcome) {
            case SideOutcome.Refused(String stage, String message) -> new Refused(stage, message);
            case SideOutcome.Ran(RunOutput output, String error) ->
                new Ran(
                        output.trace(),
                        output.sessions(),
                        output.stepsExecuted(),
                        output.status(),
                        digest(Codec.listOf(StepState.RUNNER_CODEC), output.stepStates()),
                        digest(SemanticObjects.CODEC, output.semanticObjects()),
                        error);
        };
    }

    private static <T> String digest(Codec<T> codec, T value) {
        return Sha256.hex(JsonOutput.compactBytes(codec, value));
    }

    private static Codec<RecordedOutcome> codec() {
        return KindCodec.<RecordedOutcome>named("RecordedOutcome", "kind")
                .variant(
                        Ran.class,
                        ObjectCodec.of(
                                "ran",
                                field("trace", Codec.listOf(TraceEvent.RUNNER_CODEC), Ran::trace),
                                field("sessions", Codec.listOf(SessionStatus.CODEC), Ran::sessions),
                                field("steps_executed", Codec.U64, Ran::stepsExecuted),
                                field("status", Codec.STRING, Ran::status),
                                field("step_states_sha256", Codec.STRING, Ran::stepStates),
                                field("semantic_objects_sha256", Codec.STRING, Ran::semanticObjects),
                                nullable("error", Codec.STRING, Ran::error),
                                Ran::new))
                .variant(
                        Refused.class,
                        ObjectCodec.of(
                                "refused",
                                field("stage", Codec.STRING, Refused::stage),
                                field("message", Codec.STRING, Refused::message),
                                Refused::new));
    }
}
