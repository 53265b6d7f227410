package dev.paritas.bridge.golden;

import dev.paritas.choreography.json.ImportError;
import dev.paritas.semanticobjects.problem.Problem;

/** Why a cross-validation could not be made (spec 12 §4). */
public sealed interface ValidateError extends Problem {
    record Import(ImportError error) implements ValidateError {
        @Override
        public String sentence() {
            return "Import error: " + error.sentence();
        }
    }

    /** Part of the vocabulary; no operation reports it. */
    record StructureMismatch(String text) implements ValidateError {
        @Override
        public String sentence() {
            return "Structure mismatch: " + text;
        }
    }

    record LeanExecutionFailed(String text) implements ValidateError {
        @Override
        public String sentence() {
            return "Lean execution failed: " + text;
        }
    }
}
