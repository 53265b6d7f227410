package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one side made of a case: it ran, or it refused the case before running. */
public sealed interface SideOutcome {
    /**
     * The side ran; a faulted coroutine is part of the output.
     *
     * @param error the side's own text of the error that ended the run, null when none did
     */
    record Ran(RunOutput output, @Nullable String error) implements SideOutcome {}

    /**
     * The side refused the case.
     *
     * @param stage what refused it: {@code import}, {@code projection}, {@code load}, …
     * @param message the side's own text
     */
    record Refused(String stage, String message) implements SideOutcome {}

    /** The stage of a refusal that says nothing about the case: the run passed a limit of ours. */
    String LIMIT = "limit";

    Codec<SideOutcome> CODEC = codec();

    /**
     * {@return the outcome without effects, bundle and all but the last {@code steps} step states: what a comparison of
     * traces and its explanation need}
     */
    default SideOutcome brief(int steps) {
        return switch (this) {
            case Refused refused -> refused;
            case Ran(RunOutput output, String error) -> {
                List<StepState> states = output.stepStates();
                yield new Ran(
                        new RunOutput(
                                output.trace(),
                                output.sessions(),
                                output.stepsExecuted(),
                                output.concurrency(),
                                output.status(),
                                List.of(),
                                List.of(),
                                List.of(),
                                states.subList(Math.max(0, states.size() - steps), states.size()),
                                SemanticObjects.empty()),
                        error);
            }
        };
    }

    private static Codec<SideOutcome> codec() {
        return KindCodec.<SideOutcome>named("SideOutcome", "kind")
                .variant(
                        Ran.class,
                        ObjectCodec.of(
                                "ran",
                                field("output", RunOutput.CODEC, Ran::output),
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
