package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.Problem;
import java.util.List;

/**
 * Why no choreography could be read, as the form's own reader tells it.
 *
 * @param place JSON pointer or the document root, with line and column where they are known
 * @param marks where a source is wrong, the first one being what {@code sentence} tells; none for other forms
 */
public record UnreadChoreography(String code, String place, String sentence, List<SourceMark> marks)
        implements Problem {
    public UnreadChoreography {
        marks = List.copyOf(marks);
    }

    /** A document without lines to show. */
    public UnreadChoreography(String code, String place, String sentence) {
        this(code, place, sentence, List.of());
    }
}
