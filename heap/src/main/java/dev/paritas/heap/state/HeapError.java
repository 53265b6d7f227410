package dev.paritas.heap.state;

import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.semanticobjects.problem.Problem;

/** The closed vocabulary of heap errors (spec 40 §7). Operations raise the first two, and the last at the end of all counters. */
public sealed interface HeapError extends Problem {
    /** {@return the stable name of this kind} */
    default String tag() {
        return getClass().getSimpleName();
    }

    /** {@return the debug form, with ids of {@code hasher}} */
    String debugForm(Hasher hasher);

    record NotFound(ResourceId id) implements HeapError {
        @Override
        public String sentence() {
            return "Resource not found: " + id.shortForm();
        }

        @Override
        public String debugForm(Hasher hasher) {
            return tag() + "(" + id.debugForm(hasher) + ")";
        }
    }

    record AlreadyConsumed(ResourceId id) implements HeapError {
        @Override
        public String sentence() {
            return "Resource already consumed: " + id.shortForm();
        }

        @Override
        public String debugForm(Hasher hasher) {
            return tag() + "(" + id.debugForm(hasher) + ")";
        }
    }

    /** Part of the vocabulary; no operation raises it. */
    record AlreadyExists(ResourceId id) implements HeapError {
        @Override
        public String sentence() {
            return "Resource already exists: " + id.shortForm();
        }

        @Override
        public String debugForm(Hasher hasher) {
            return tag() + "(" + id.debugForm(hasher) + ")";
        }
    }

    /** Part of the vocabulary; no operation raises it. */
    record TypeMismatch(String expected, String got) implements HeapError {
        @Override
        public String sentence() {
            return "Type mismatch: expected " + expected + ", got " + got;
        }

        @Override
        public String debugForm(Hasher hasher) {
            return tag() + " { expected: \"" + expected + "\", got: \"" + got + "\" }";
        }
    }

    record Other(String text) implements HeapError {
        @Override
        public String sentence() {
            return text;
        }

        @Override
        public String debugForm(Hasher hasher) {
            return tag() + "(\"" + text + "\")";
        }
    }
}
