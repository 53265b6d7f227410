package dev.paritas.simulation.lifecycle;

import dev.paritas.semanticobjects.problem.Problem;

/**
 * A run does not show the effect that a fixture is about.
 *
 * @param fixture the fixture's name
 */
public record MissingEffect(String fixture, String reason) implements Problem {
    @Override
    public String sentence() {
        return "fixture " + fixture + ": " + reason;
    }
}
