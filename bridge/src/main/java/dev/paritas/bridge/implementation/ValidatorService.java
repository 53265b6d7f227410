package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonValue;

/**
 * The modes of the validator (spec 12 §2), however it is reached. Each returns the document that the mode writes;
 * {@code operation} names the request in a timeout.
 */
interface ValidatorService extends AutoCloseable {
    /** A document to hand over, and whether a file made of it is pretty-printed. */
    record Input(JsonValue json, boolean pretty) {
        static Input pretty(JsonValue json) {
            return new Input(json, true);
        }

        static Input compact(JsonValue json) {
            return new Input(json, false);
        }

        String text() {
            return pretty ? json.prettyText() : json.compactText();
        }
    }

    /** The JSON log of a validation, and the process's stdout. */
    record Validation(Answer log, String rawOutput) {}

    Validation validate(String operation, Input choreography, Input program);

    Answer exportProjection(String operation, Input global, String role);

    Answer exportAllProjections(String operation, Input global);

    Answer checkAsyncSubtype(String operation, Input subtype, Input supertype);

    Answer checkOrphanFree(String operation, Input local);

    Answer checkRegularPracticalFragment(String operation, Input local);

    Identity identity();

    @Override
    void close();
}
