package dev.paritas.choreography.source;

/** Why a parsed choreography has no global type, with the reference's sentence (spec 10 §7.4). */
public sealed interface LoweringError {
    /** Stable codes: scripts key on the name. */
    enum Code {
        /** A statement the lowering does not know. */
        UNSUPPORTED_FEATURE,
        /** A choice without branches. */
        EMPTY_CHOICE,
        /** A branch does not begin with a message of the decider. */
        INVALID_CHOICE,
        /** Branches begin with messages to different roles. */
        INCONSISTENT_RECEIVERS
    }

    Code code();

    String message();

    /** @param feature the word that scripts compare; the hint is prose */
    record UnsupportedFeature(String feature, String hint) implements LoweringError {
        @Override
        public Code code() {
            return Code.UNSUPPORTED_FEATURE;
        }

        @Override
        public String message() {
            return "unsupported DSL feature: " + feature + ". " + hint;
        }
    }

    record EmptyChoice() implements LoweringError {
        @Override
        public Code code() {
            return Code.EMPTY_CHOICE;
        }

        @Override
        public String message() {
            return "choice has no branches";
        }
    }

    record InvalidChoice(String label) implements LoweringError {
        @Override
        public Code code() {
            return Code.INVALID_CHOICE;
        }

        @Override
        public String message() {
            return "invalid choice: branch '" + label + "' does not start with Send from decider";
        }
    }

    record InconsistentReceivers(String expected, String actual, String label) implements LoweringError {
        @Override
        public Code code() {
            return Code.INCONSISTENT_RECEIVERS;
        }

        @Override
        public String message() {
            return "choice has inconsistent receivers: expected all branches to send to " + expected + ", but branch '"
                    + label + "' sends to " + actual;
        }
    }
}
