package dev.paritas.choreography.json;

import dev.paritas.semanticobjects.problem.Problem;

/** A document is not a type for the formal model's reader; the sentence is the model's own. */
public record ModelDecodeProblem(String sentence) implements Problem {}
