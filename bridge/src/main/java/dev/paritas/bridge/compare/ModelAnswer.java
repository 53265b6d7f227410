package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.RunOutput;

/** The whole answer to a run request, as a document: nothing that a reader would overlook is lost (spec 22 §10). */
public sealed interface ModelAnswer {
    /** The run's output. */
    record Ran(JsonValue document) implements ModelAnswer {}

    /** The text of the failure (spec 22 §3). */
    record Refused(String message) implements ModelAnswer {}

    /** {@return the answer in the runner's form; what only the machine R has, effects and objects, is left out if empty} */
    static ModelAnswer of(SideOutcome outcome) {
        return switch (outcome) {
            case SideOutcome.Ran(RunOutput output, var ignored) -> of(output);
            case SideOutcome.Refused(var ignored, String message) -> new Refused(message);
        };
    }

    /** {@return {@code output} in the runner's form} */
    static ModelAnswer of(RunOutput output) {
        return new Ran(RunOutput.RUNNER_CODEC.toTree(output));
    }

    /**
     * {@return the answer as an outcome to be compared with the machine's}
     *
     * @throws JsonException when the document is no output of a run
     */
    default SideOutcome outcome() {
        return switch (this) {
            case Ran(JsonValue document) ->
                new SideOutcome.Ran(
                        RunOutput.RUNNER_CODEC.fromTree(document, ReadPolicy.PEER.withMaxBytes(Long.MAX_VALUE)), null);
            case Refused(String message) -> new SideOutcome.Refused("load", message);
        };
    }
}
