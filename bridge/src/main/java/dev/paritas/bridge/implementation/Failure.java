package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.Tail;
import java.nio.file.Path;
import java.util.List;

/** Why a question to an executable brought no usable answer. Only a refusal says something about the question. */
public sealed interface Failure {
    /** {@return one plain sentence, without what the executable wrote to stderr} */
    String sentence();

    /** {@return the last lines of the executable's stderr; empty when it wrote nothing} */
    default List<String> stderrTail() {
        return List.of();
    }

    /** {@return a stable word for programs} */
    default String code() {
        return switch (this) {
            case NotFound ignored -> "NOT_FOUND";
            case Refused ignored -> "REFUSED";
            case Unusable ignored -> "UNUSABLE";
            case Ended ignored -> "ENDED";
            case Unreadable ignored -> "UNREADABLE";
            case OtherVersion ignored -> "OTHER_VERSION";
            case Untaken ignored -> "UNTAKEN";
            case Silent ignored -> "SILENT";
        };
    }

    /** There is no such file. */
    record NotFound(Peer peer, Path path) implements Failure {
        @Override
        public String sentence() {
            return "the runner could not be used: " + peer.words().text(this);
        }
    }

    /**
     * The executable judged its input and does not take it.
     *
     * @param text its own, without a prefix
     * @param stderr of the process that refused; the text when a serving process did
     */
    record Refused(String text, String stderr) implements Failure {
        @Override
        public String sentence() {
            return "the runner refused its input: " + text;
        }
    }

    /** It could not be started, or its pipes could not be used. */
    record Unusable(String text, List<String> stderrTail) implements Failure {
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
     * @param exitCode 128 and the signal's number after a signal
     * @param stderr what it wrote there, or the end of that
     */
    record Ended(int exitCode, String stderr) implements Failure {
        @Override
        public String sentence() {
            return "the runner ended with exit code " + exitCode + " and no answer";
        }

        @Override
        public List<String> stderrTail() {
            return Tail.lines(stderr);
        }
    }

    /** What it wrote is not the answer that was due. */
    record Unreadable(String text, List<String> stderrTail) implements Failure {
        public Unreadable {
            stderrTail = List.copyOf(stderrTail);
        }

        @Override
        public String sentence() {
            return "the answer of the runner cannot be used: " + text;
        }
    }

    /** Its answer is of a schema version that is not spoken here. */
    record OtherVersion(String text, List<String> stderrTail) implements Failure {
        public OtherVersion {
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
    record Untaken(String text, List<String> stderrTail) implements Failure {
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
    record Silent(String operation, long millis, List<String> stderrTail) implements Failure {
        public Silent {
            stderrTail = List.copyOf(stderrTail);
        }

        @Override
        public String sentence() {
            return "the runner did not answer '" + operation + "' within " + Long.toUnsignedString(millis) + " ms";
        }
    }
}
