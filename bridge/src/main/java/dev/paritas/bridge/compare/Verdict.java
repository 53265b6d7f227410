package dev.paritas.bridge.compare;

import java.util.List;

/** What a comparison found. Declined and broken say nothing about the two sides, so neither is ever green. */
public sealed interface Verdict {
    /** {@return the word in reports} */
    String word();

    /** Nothing that is compared differs. */
    record Agree() implements Verdict {
        @Override
        public String word() {
            return "agree";
        }
    }

    /** The sides differ; the report says where first and why. */
    record Diverge(DivergenceReport report) implements Verdict {
        @Override
        public String word() {
            return "diverge";
        }
    }

    /** One side cannot take part in this case. */
    record Declined(String reason) implements Verdict {
        @Override
        public String word() {
            return "declined";
        }
    }

    /**
     * The harness failed before anything could be compared.
     *
     * @param stage what was being done
     * @param stderrTail last lines of the child's error output
     */
    record Broken(String stage, List<String> stderrTail) implements Verdict {
        public Broken {
            stderrTail = List.copyOf(stderrTail);
        }

        @Override
        public String word() {
            return "broken";
        }
    }
}
