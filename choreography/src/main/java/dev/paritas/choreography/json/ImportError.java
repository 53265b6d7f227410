package dev.paritas.choreography.json;

/** Why a document is not the exchange form of a type, with the reference's sentence (spec 10 §5.5). */
public sealed interface ImportError {
    /** Stable codes: scripts key on the name. */
    enum Code {
        /** A required field is absent, or a kind or name is not a string. */
        MISSING_FIELD,
        /** The kind is not one of the type's. */
        INVALID_KIND,
        /** The sort is not one of the known ones. */
        INVALID_SORT,
        /** A field is not a string. */
        EXPECTED_STRING,
        /** A field is not an array. */
        EXPECTED_ARRAY,
        /** A value is not an object, or the text is not JSON. */
        EXPECTED_OBJECT,
        /** An object has a field outside its closed set. */
        UNEXPECTED_FIELD,
        /** The text has more bytes than the limit. */
        INPUT_TOO_LARGE,
        /** The type nests deeper than the limit. */
        INPUT_TOO_DEEP,
        /** An object names a field twice; asked for by the strict policy only. */
        DUPLICATE_FIELD
    }

    Code code();

    String message();

    record MissingField(String field) implements ImportError {
        @Override
        public Code code() {
            return Code.MISSING_FIELD;
        }

        @Override
        public String message() {
            return "Missing field: " + field;
        }
    }

    record InvalidKind(String kind) implements ImportError {
        @Override
        public Code code() {
            return Code.INVALID_KIND;
        }

        @Override
        public String message() {
            return "Invalid kind: " + kind;
        }
    }

    record InvalidSort(String sort) implements ImportError {
        @Override
        public Code code() {
            return Code.INVALID_SORT;
        }

        @Override
        public String message() {
            return "Invalid sort: " + sort;
        }
    }

    /** @param found compact JSON */
    record ExpectedString(String found) implements ImportError {
        @Override
        public Code code() {
            return Code.EXPECTED_STRING;
        }

        @Override
        public String message() {
            return "Expected string, got: " + found;
        }
    }

    /** @param found compact JSON */
    record ExpectedArray(String found) implements ImportError {
        @Override
        public Code code() {
            return Code.EXPECTED_ARRAY;
        }

        @Override
        public String message() {
            return "Expected array, got: " + found;
        }
    }

    /** @param found compact JSON, or {@code invalid JSON} */
    record ExpectedObject(String found) implements ImportError {
        @Override
        public Code code() {
            return Code.EXPECTED_OBJECT;
        }

        @Override
        public String message() {
            return "Expected object, got: " + found;
        }
    }

    record UnexpectedField(String context, String field) implements ImportError {
        @Override
        public Code code() {
            return Code.UNEXPECTED_FIELD;
        }

        @Override
        public String message() {
            return "Unexpected field '" + field + "' in " + context;
        }
    }

    /** @param bytes size of the text in UTF-8 */
    record InputTooLarge(long bytes, long max) implements ImportError {
        @Override
        public Code code() {
            return Code.INPUT_TOO_LARGE;
        }

        @Override
        public String message() {
            return "Input too large: bridge JSON input is " + bytes + " bytes, max is " + max;
        }
    }

    record InputTooDeep() implements ImportError {
        @Override
        public Code code() {
            return Code.INPUT_TOO_DEEP;
        }

        @Override
        public String message() {
            return "Input too deep: JSON type depth exceeds 256";
        }
    }

    record DuplicateField(String detail) implements ImportError {
        @Override
        public Code code() {
            return Code.DUPLICATE_FIELD;
        }

        @Override
        public String message() {
            return "Duplicate field: " + detail;
        }
    }
}
