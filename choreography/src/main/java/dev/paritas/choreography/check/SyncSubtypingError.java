package dev.paritas.choreography.check;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.value.DebugText;
import dev.paritas.semanticobjects.value.ValType;
import org.jspecify.annotations.Nullable;

/** Why one type is no synchronous subtype of another (spec 11 §8); what is expected is always the supertype's. */
public sealed interface SyncSubtypingError extends Problem {
    record PartnerMismatch(String expected, String found) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "partner mismatch: expected " + expected + ", found " + found;
        }
    }

    /** The words are {@code send} and {@code recv}. */
    record DirectionMismatch(String expected, String found) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "direction mismatch: expected " + expected + ", found " + found;
        }
    }

    /** A send lacks a label that the supertype offers. */
    record MissingLabel(String label) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "missing required label '" + label + "' in subtype";
        }
    }

    /** A receive has a label that the supertype does not know. */
    record ExtraLabel(String label) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "extra label '" + label + "' not allowed in subtype (recv must be contravariant)";
        }
    }

    /** What is wrong behind the label is not told. */
    record ContinuationMismatch(String label) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "continuation for label '" + label + "' is not a subtype";
        }
    }

    record LabelSortMismatch(String label, PayloadSort expected, PayloadSort found) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "label sort mismatch for '" + label + "': expected " + expected.debugText() + ", found "
                    + found.debugText();
        }
    }

    record PayloadAnnotationMismatch(
            String label,
            @Nullable ValType expected,
            @Nullable ValType found) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "payload annotation mismatch for '" + label + "': expected " + debug(expected) + ", found "
                    + debug(found);
        }

        private static String debug(@Nullable ValType annotation) {
            return DebugText.option(annotation == null ? null : annotation.debugText());
        }
    }

    record VariableMismatch(String expected, String found) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "type variable mismatch: expected " + expected + ", found " + found;
        }
    }

    record IncompatibleTypes(LocalType sub, LocalType sup) implements SyncSubtypingError {
        @Override
        public String sentence() {
            return "incompatible types: cannot compare " + sub.debugText() + " with " + sup.debugText();
        }
    }
}
