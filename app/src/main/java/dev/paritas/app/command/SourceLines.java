package dev.paritas.app.command;

import dev.paritas.choreography.source.SourceMark;
import dev.paritas.semanticobjects.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines that point into a source: the place as editors read it, the line, a caret, and what to do about it. */
final class SourceLines {
    private SourceLines() {}

    /** {@return the place of {@code mark} in the words of an error} */
    static String place(Path file, SourceMark mark) {
        return file + " " + Problem.place("", mark.line(), mark.column());
    }

    /** {@return the lines; the first mark's sentence is left to the line above them; none for one mark without a line} */
    static List<String> of(Path file, List<SourceMark> marks) {
        List<String> lines = new ArrayList<>();
        for (SourceMark mark : marks) {
            if (marks.size() == 1 && mark.shown().isEmpty()) {
                return List.of();
            }
            boolean told = lines.isEmpty();
            String place = mark.line() > 0 ? file + ":" + mark.line() + ":" + mark.column() : file.toString();
            lines.add(told ? place : place + ": " + mark.code() + ": " + mark.sentence());
            mark.shown().forEach(line -> lines.add("  " + line));
            if (!mark.hint().isEmpty()) {
                lines.add(mark.hint());
            }
        }
        return lines;
    }
}
