package dev.paritas.heap.state;

import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.ResourceId;

/** The closed vocabulary of heap errors (spec 40 §7). Operations raise the first two, and the last at the end of all counters. */
public sealed interface HeapError {
    /** {@return the stable name of this kind} */
    String tag();

    /** {@return the sentence of the specification's table} */
    String message();

    /** {@return the debug form, with ids of {@code hasher}} */
    String debugForm(Hasher hasher);

    record NotFound(ResourceId id) implements HeapError {
        @Override
        public String tag() {
            return "NotFound";
        }

        @Override
        public String message() {
            return "Resource not found: " + id.shortForm();
        }

        @Override
        public String debugForm(Hasher hasher) {
            return tag() + "(" + id.debugForm(hasher) + ")";
        }
    }

    record AlreadyConsumed(ResourceId id) implements HeapError {
        @Override
        public String tag() {
            return "AlreadyConsumed";
        }

        @Override
        public String message() {
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
        public String tag() {
            return "AlreadyExists";
        }

        @Override
        public String message() {
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
        public String tag() {
            return "TypeMismatch";
        }

        @Override
        public String message() {
            return "Type mismatch: expected " + expected + ", got " + got;
        }

        @Override
        public String debugForm(Hasher hasher) {
            return tag() + " { expected: \"" + expected + "\", got: \"" + got + "\" }";
        }
    }

    record Other(String text) implements HeapError {
        @Override
        public String tag() {
            return "Other";
        }

        @Override
        public String message() {
            return text;
        }

        @Override
        public String debugForm(Hasher hasher) {
            return tag() + "(\"" + text + "\")";
        }
    }
}
