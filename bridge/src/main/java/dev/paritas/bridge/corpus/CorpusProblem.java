package dev.paritas.bridge.corpus;

import dev.paritas.semanticobjects.problem.Problem;

/** A corpus was refused: a stable code and a plain sentence. */
public record CorpusProblem(CorpusErrorCode kind, String sentence) implements Problem {
    @Override
    public String code() {
        return kind.name();
    }

    @Override
    public String place() {
        return "corpus";
    }
}
