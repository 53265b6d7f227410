package dev.paritas.choreography.identity;

import dev.paritas.semanticobjects.problem.Problem;

/** A type or document has no canonical form, or not the expected identity. */
public sealed interface ContentProblem extends Problem {
    /** An open type, or a document that is no canonical form or exceeds a limit. */
    record InvalidFormat(String reason) implements ContentProblem {
        @Override
        public String sentence() {
            return "invalid format: " + reason;
        }
    }

    /** A document has another digest than was asked for. */
    record Mismatch(ContentId expected, ContentId found) implements ContentProblem {
        @Override
        public String sentence() {
            return "content ID mismatch: expected " + expected.hex() + ", got " + found.hex();
        }
    }
}
