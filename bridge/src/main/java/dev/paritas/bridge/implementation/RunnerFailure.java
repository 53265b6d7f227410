package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.Tail;
import java.util.List;

/** Why a question to a runner brought no usable answer. Only a refusal says something about the question. */
public sealed interface RunnerFailure {
    /** {@return one plain sentence, without what the runner wrote to stderr} */
    String sentence();

    /** {@return the last lines of the runner's stderr; empty when it wrote nothing} */
    List<String> stderrTail();

    /** {@return whether the runner judged its input, rather than failed} */
    default boolean isRefusal() {
        return false;
    }

    /**
     * The runner judged its input and does not take it.
     *
     * @param text the runner's own, without a prefix
     * @param stderr of the process that refused; the text when a serving process did
     */
    record Refused(String text, String stderr) implements RunnerFailure {
        @Override
        public String sentence() {
            return "the runner refused its input: " + text;
        }

        @Override
        public List<String> stderrTail() {
            return List.of();
        }

        @Override
        public boolean isRefusal() {
            return true;
        }
    }

    /** It could not be started, or its pipes could not be used. */
    record Unusable(String text, List<String> stderrTail) implements RunnerFailure {
        public Unusable {
            stderrTail = List.copyOf(stderrTail);
        }

        @Override
        public String sentence() {
            return "the runner could not be used: " + text;
        }
    }

    /**
     * It ended with a failure, or while an answer was due.
     *
     * @param code its exit code, which is 128 and the signal's number after a signal
     * @param stderr what it wrote there, or the end of that
     */
    record Ended(int code, String stderr) implements RunnerFailure {
        @Override
        public String sentence() {
            return "the runner ended with exit code " + code + " and no answer";
        }

        @Override
        public List<String> stderrTail() {
            return Tail.lines(stderr);
        }
    }

    /** What it wrote is not the answer that was due. */
    record Unreadable(String text, List<String> stderrTail) implements RunnerFailure {
        public Unreadable {
            stderrTail = List.copyOf(stderrTail);
        }

        @Override
        public String sentence() {
            return "the answer of the runner cannot be used: " + text;
        }
    }

    /**
     * It could not take the request, and goes on: it did not judge the input.
     *
     * @param text code and message of its answer
     */
    record Untaken(String text, List<String> stderrTail) implements RunnerFailure {
        public Untaken {
            stderrTail = List.copyOf(stderrTail);
        }

        @Override
        public String sentence() {
            return "the runner could not take the request: " + text;
        }
    }

    /**
     * It did not answer in time.
     *
     * @param millis unsigned
     */
    record Silent(String operation, long millis, List<String> stderrTail) implements RunnerFailure {
        public Silent {
            stderrTail = List.copyOf(stderrTail);
        }

        @Override
        public String sentence() {
            return "the runner did not answer '" + operation + "' within " + Long.toUnsignedString(millis) + " ms";
        }
    }
}
