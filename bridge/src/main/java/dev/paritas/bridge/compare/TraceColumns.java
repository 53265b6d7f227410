package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.semanticobjects.value.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first difference of two traces in words: side by side where a line has room for both, one below the other elsewhere.
 * Nothing is cut, so what differs is always seen.
 */
final class TraceColumns {
    private static final String GAP = "  ";
    private static final int MARK = "  = ".length();

    /** One line of both sides; empty text where a side has nothing. */
    private record Row(char mark, String left, String right) {}

    private final DivergedEvents parted;
    private final boolean ends;

    private TraceColumns(DivergedEvents parted, boolean ends) {
        this.parted = parted;
        this.ends = ends;
    }

    /**
     * {@return the lines of a report between its headline and its explanation; empty when it is about something else than
     * events, or about a member of theirs that words leave out}
     *
     * @param width characters of a line, at least 1
     */
    static Optional<List<String>> of(DivergenceReport report, int width) {
        // Without a pointer one trace is over; with one, a side without events has nothing to show.
        return DivergedEvents.of(report)
                .map(parted -> new TraceColumns(parted, report.pointer().isEmpty()))
                .filter(TraceColumns::showsTheDifference)
                .map(columns -> columns.lines(width));
    }

    private boolean showsTheDifference() {
        return rows().stream().noneMatch(row -> row.mark() == '|' && row.left().equals(row.right()));
    }

    private List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        if (parted.hidden() != 0) {
            lines.add("  = " + Long.toUnsignedString(parted.hidden()) + " equal before");
        }
        List<String> common = parted.common().stream().map(TraceColumns::words).toList();
        List<Row> rows = rows();
        int column = (width - MARK - GAP.length()) / 2;
        boolean wide = Stream.concat(common.stream(), rows.stream().flatMap(row -> Stream.of(row.left(), row.right())))
                .allMatch(text -> length(text) <= column);
        if (wide) {
            lines.addFirst("    " + padded("left", column) + GAP + "right");
            common.forEach(text -> lines.add("  = " + padded(text, column) + GAP + text));
            rows.forEach(row -> lines.add(
                    ("  " + row.mark() + " " + padded(row.left(), column) + GAP + row.right()).stripTrailing()));
        } else {
            common.forEach(text -> lines.add("  = " + text));
            rows.stream().map(Row::left).filter(text -> !text.isEmpty()).forEach(text -> lines.add("  < " + text));
            rows.stream().map(Row::right).filter(text -> !text.isEmpty()).forEach(text -> lines.add("  > " + text));
        }
        return lines;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int count = Math.max(1, Math.max(parted.left().size(), parted.right().size()));
        for (int i = 0; i < count; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private Row row(int i) {
        boolean left = i < parted.left().size();
        boolean right = i < parted.right().size();
        return new Row(
                left && right ? parted.left().get(i).equals(parted.right().get(i)) ? '=' : '|' : left ? '<' : '>',
                text(parted.left(), i),
                text(parted.right(), i));
    }

    private String text(List<TraceEvent> side, int i) {
        return i < side.size() ? words(side.get(i)) : i == 0 && ends ? "(ends here)" : "";
    }

    private static String words(TraceEvent event) {
        return ForeignText.line(EventText.line(event));
    }

    private static String padded(String text, int column) {
        return text + " ".repeat(Math.max(0, column - length(text)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
