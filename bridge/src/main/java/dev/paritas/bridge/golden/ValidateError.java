package dev.paritas.bridge.golden;

import dev.paritas.choreography.json.ImportError;

/** Why a cross-validation could not be made (spec 12 §4). */
public sealed interface ValidateError {
    /** {@return the sentence of the specification} */
    String message();

    record Import(ImportError error) implements ValidateError {
        @Override
        public String message() {
            return "Import error: " + error.sentence();
        }
    }

    /** Part of the vocabulary; no operation reports it. */
    record StructureMismatch(String text) implements ValidateError {
        @Override
        public String message() {
            return "Structure mismatch: " + text;
        }
    }

    record LeanExecutionFailed(String text) implements ValidateError {
        @Override
        public String message() {
            return "Lean execution failed: " + text;
        }
    }
}
