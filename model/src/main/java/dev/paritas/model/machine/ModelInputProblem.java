package dev.paritas.model.machine;

import dev.paritas.semanticobjects.problem.Problem;

/** Dialect L refuses a request as a whole; the sentence is the exact text of the reference process (spec 22 §3-4). */
public record ModelInputProblem(ModelInputCode kind, String sentence) implements Problem {
    @Override
    public String code() {
        return kind.name();
    }
}
