package dev.paritas.model.field;

import dev.paritas.semanticobjects.problem.Problem;

/** The mirror refuses a state or a list of initial values, in its own words (spec 52 §3.2, §3.4). */
public record MirrorProblem(String sentence) implements Problem {}
