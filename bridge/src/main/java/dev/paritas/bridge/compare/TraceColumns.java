package dev.paritas.bridge.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The first difference of two traces in words: side by side where a line has room for both, one below the other elsewhere.
 * Nothing is cut, so what differs is always seen.
 */
final class TraceColumns {
    private static final String GAP = "  ";
    private static final int MARK = "  = ".length();

    private TraceColumns() {}

    /**
     * {@return the lines of a report between its headline and its explanation; empty when it is about something else than
     * events, or about a member of theirs that words leave out}
     *
     * @param width characters of a line, at least 1
     */
    static Optional<List<String>> of(DivergenceReport report, int width) {
        return DivergedEvents.of(report).filter(DivergedEvents::showDifference).map(parted -> lines(parted, width));
    }

    private static List<String> lines(DivergedEvents parted, int width) {
        List<DivergedEvents.Row> rows = parted.rows();
        List<String> lines = new ArrayList<>();
        int column = (width - MARK - GAP.length()) / 2;
        boolean wide = rows.stream()
                .flatMap(row -> Stream.of(row.left(), row.right()))
                .allMatch(text -> length(text) <= column);
        if (wide) {
            lines.add("    " + padded("left", column) + GAP + "right");
        }
        if (parted.hidden() != 0) {
            lines.add("  = " + Long.toUnsignedString(parted.hidden()) + " equal before");
        }
        if (wide) {
            rows.forEach(row -> lines.add(
                    ("  " + row.mark() + " " + padded(row.left(), column) + GAP + row.right()).stripTrailing()));
        } else {
            int common = parted.common().size();
            rows.subList(0, common).forEach(row -> lines.add("  = " + row.left()));
            below(lines, "  < ", rows.subList(common, rows.size()), DivergedEvents.Row::left);
            below(lines, "  > ", rows.subList(common, rows.size()), DivergedEvents.Row::right);
        }
        return lines;
    }

    private static void below(
            List<String> lines, String mark, List<DivergedEvents.Row> rows, Function<DivergedEvents.Row, String> side) {
        rows.stream().map(side).filter(text -> !text.isEmpty()).forEach(text -> lines.add(mark + text));
    }

    private static String padded(String text, int column) {
        return text + " ".repeat(Math.max(0, column - length(text)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
