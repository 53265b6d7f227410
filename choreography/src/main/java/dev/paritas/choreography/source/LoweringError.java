package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.Problem;

/** Why a parsed choreography has no global type, with the reference's sentence (spec 10 §7.4). */
public sealed interface LoweringError extends Problem {
    /**
     * A statement the lowering does not know.
     *
     * @param feature the word that scripts compare; the hint is prose
     */
    record UnsupportedFeature(String feature, String hint) implements LoweringError {
        @Override
        public String sentence() {
            return "unsupported DSL feature: " + feature + ". " + hint;
        }
    }

    /** A choice without branches. */
    record EmptyChoice() implements LoweringError {
        @Override
        public String sentence() {
            return "choice has no branches";
        }
    }

    /** A branch does not begin with a message of the decider. */
    record InvalidChoice(String label) implements LoweringError {
        @Override
        public String sentence() {
            return "invalid choice: branch '" + label + "' does not start with Send from decider";
        }
    }

    /** Branches begin with messages to different roles. */
    record InconsistentReceivers(String expected, String actual, String label) implements LoweringError {
        @Override
        public String sentence() {
            return "choice has inconsistent receivers: expected all branches to send to " + expected + ", but branch '"
                    + label + "' sends to " + actual;
        }
    }
}
