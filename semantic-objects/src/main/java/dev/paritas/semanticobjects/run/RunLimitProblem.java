package dev.paritas.semanticobjects.run;

import dev.paritas.semanticobjects.problem.Problem;

/** A run is broken off, because its records pass a limit; nothing of it is kept. */
public record RunLimitProblem(RunLimit limit, String sentence) implements Problem {
    @Override
    public String code() {
        return limit.name();
    }
}
