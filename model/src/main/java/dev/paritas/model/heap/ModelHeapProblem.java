package dev.paritas.model.heap;

import dev.paritas.semanticobjects.problem.Problem;

/** The model refuses a corpus; the sentence is the detail behind {@code invalid heap parity fixture:} (spec 40 §13.2). */
public record ModelHeapProblem(String sentence) implements Problem {}
