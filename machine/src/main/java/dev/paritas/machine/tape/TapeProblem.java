package dev.paritas.machine.tape;

import dev.paritas.semanticobjects.problem.Problem;

/** A tape cannot be recorded or written: why, as a stable code and a plain sentence. */
public record TapeProblem(Kind kind, String sentence) implements Problem {
    /** Stable codes of what a tape cannot hold. */
    public enum Kind {
        /** A recorder was asked for more effects than its tape may have. */
        TAPE_FULL,
        /** The tape's document has more bytes than a reader accepts. */
        TAPE_TOO_LARGE
    }

    @Override
    public String code() {
        return kind.name();
    }

    @Override
    public String place() {
        return "the tape";
    }
}
