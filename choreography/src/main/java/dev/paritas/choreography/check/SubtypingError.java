package dev.paritas.choreography.check;

import dev.paritas.semanticobjects.problem.Problem;

/** Why one type is no asynchronous subtype of another; both sides use the same texts (spec 11 §9.3). */
public sealed interface SubtypingError extends Problem {
    /** Part of the vocabulary; decomposition never reports it. */
    record NotSisoDecomposable() implements SubtypingError {
        @Override
        public String sentence() {
            return "type is not SISO decomposable";
        }
    }

    record InputTreeMismatch() implements SubtypingError {
        @Override
        public String sentence() {
            return "input trees do not match";
        }
    }

    record OutputTreeMismatch() implements SubtypingError {
        @Override
        public String sentence() {
            return "output trees do not match";
        }
    }

    /** The types have different numbers of phases. */
    record PhaseMismatch(int sub, int sup) implements SubtypingError {
        @Override
        public String sentence() {
            return "siso phase mismatch: subtype has " + sub + " segments, supertype has " + sup;
        }
    }

    record UnfoldLimitExceeded() implements SubtypingError {
        @Override
        public String sentence() {
            return "siso decomposition exceeded the unfold limit";
        }
    }
}
