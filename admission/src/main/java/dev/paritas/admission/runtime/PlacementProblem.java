package dev.paritas.admission.runtime;

import dev.paritas.semanticobjects.problem.Problem;

/** Placements contradict each other or are missing; the sentence is the reference's (spec 31 §10.3). */
public record PlacementProblem(String sentence) implements Problem {}
