package dev.paritas.bridge.compare;

import java.util.List;
import java.util.Locale;

/** What a comparison found. Declined and broken say nothing about the two sides, so neither is ever green. */
public sealed interface Verdict {
    /** Whose doing a verdict is. */
    enum Whose {
        LEFT,
        RIGHT,
        BOTH;

        /** {@return the word in reports} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return the word in reports} */
    String word();

    /** Nothing that is compared differs. */
    record Agree() implements Verdict {
        @Override
        public String word() {
            return "agree";
        }
    }

    /**
     * The sides differ.
     *
     * @param report the first finding that nothing explains, else the first one
     */
    record Diverge(DivergenceReport report) implements Verdict {
        @Override
        public String word() {
            return "diverge";
        }
    }

    /** A side cannot take part in this case, or there is nothing to compare. */
    record Declined(String reason, Whose whose) implements Verdict {
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
    record Broken(String stage, Whose whose, List<String> stderrTail) implements Verdict {
        public Broken {
            stderrTail = List.copyOf(stderrTail);
        }

        @Override
        public String word() {
            return "broken";
        }
    }
}
