package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.value.ForeignText;
import java.util.List;

/**
 * A finding that points into a source: what is refused, or what a reader should know.
 *
 * @param code stable: scripts key on it
 * @param sentence what is wrong, without the place
 * @param line 1-based, 0 when the finding has no place
 * @param column 1-based
 * @param text the line, as far as it helps
 * @param hint what to do about it; empty for nothing
 */
public record SourceMark(String code, String sentence, int line, int column, String text, String hint) {
    /** The code of a statement behind one that nothing follows: messages were written that no role exchanges. */
    public static final String LOST_STATEMENT = "LOST_STATEMENT";

    /** What is shown of a line before and behind its place. */
    static final int SHOWN = 80;

    private static final String CUT = "...";

    /** {@return the line, and below it a caret under the place; nothing that is not seen is in either} */
    public List<String> shown() {
        if (text.isEmpty()) {
            return List.of();
        }
        int cut = Math.max(0, column - SHOWN);
        int before = Math.min(text.length(), column - 1 - cut + (cut > 0 ? CUT.length() : 0));
        String lead = ForeignText.line(text.substring(0, before));
        return List.of(ForeignText.line(text), " ".repeat(lead.codePointCount(0, lead.length())) + "^");
    }

    /** A line of any length is shown as far as it helps. */
    static String around(String line, int column) {
        int from = Math.max(0, column - SHOWN);
        int to = Math.min(line.length(), column + SHOWN);
        return from >= to ? "" : (from > 0 ? CUT : "") + line.substring(from, to) + (to < line.length() ? CUT : "");
    }
}
