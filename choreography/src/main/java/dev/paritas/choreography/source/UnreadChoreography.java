package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.Problem;

/**
 * Why no choreography could be read, as the form's own reader tells it.
 *
 * @param place JSON pointer or the document root, with line and column where they are known
 */
public record UnreadChoreography(String code, String place, String sentence) implements Problem {}
