package dev.paritas.choreography.json;

import dev.paritas.semanticobjects.problem.Problem;

/** Why a document is not the exchange form of a type, with the reference's sentence (spec 10 §5.5). */
public sealed interface ImportError extends Problem {
    /** A required field is absent, or a kind or name is not a string. */
    record MissingField(String field) implements ImportError {
        @Override
        public String sentence() {
            return "Missing field: " + field;
        }
    }

    /** The kind is not one of the type's. */
    record InvalidKind(String kind) implements ImportError {
        @Override
        public String sentence() {
            return "Invalid kind: " + kind;
        }
    }

    /** The sort is not one of the known ones. */
    record InvalidSort(String sort) implements ImportError {
        @Override
        public String sentence() {
            return "Invalid sort: " + sort;
        }
    }

    /**
     * A field is not a string.
     *
     * @param found compact JSON
     */
    record ExpectedString(String found) implements ImportError {
        @Override
        public String sentence() {
            return "Expected string, got: " + found;
        }
    }

    /**
     * A field is not an array.
     *
     * @param found compact JSON
     */
    record ExpectedArray(String found) implements ImportError {
        @Override
        public String sentence() {
            return "Expected array, got: " + found;
        }
    }

    /**
     * A value is not an object, or the text is not JSON.
     *
     * @param found compact JSON, or {@code invalid JSON}
     */
    record ExpectedObject(String found) implements ImportError {
        @Override
        public String sentence() {
            return "Expected object, got: " + found;
        }
    }

    /** An object has a field outside its closed set. */
    record UnexpectedField(String context, String field) implements ImportError {
        @Override
        public String sentence() {
            return "Unexpected field '" + field + "' in " + context;
        }
    }

    /**
     * The text has more bytes than the limit.
     *
     * @param bytes size of the text in UTF-8
     */
    record InputTooLarge(long bytes, long max) implements ImportError {
        @Override
        public String sentence() {
            return "Input too large: bridge JSON input is " + bytes + " bytes, max is " + max;
        }
    }

    /** The type nests deeper than the limit. */
    record InputTooDeep() implements ImportError {
        @Override
        public String sentence() {
            return "Input too deep: JSON type depth exceeds 256";
        }
    }

    /** An object names a field twice; asked for by the strict policy only. */
    record DuplicateField(String detail) implements ImportError {
        @Override
        public String sentence() {
            return "Duplicate field: " + detail;
        }
    }
}
