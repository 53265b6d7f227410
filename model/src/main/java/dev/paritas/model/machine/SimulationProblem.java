package dev.paritas.model.machine;

import dev.paritas.semanticobjects.problem.Problem;

/** A simulation's payload is malformed; the answer carries this code and the sentence. */
public record SimulationProblem(String sentence) implements Problem {
    @Override
    public String code() {
        return "simulation.invalid_payload";
    }
}
