package dev.paritas.app.report.page;

import dev.paritas.bridge.compare.DivergedEvents;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.report.Mismatch;
import java.util.List;
import java.util.Optional;

/**
 * A difference with its two texts cut into what they share at both ends and what lies between.
 *
 * @param replay the command that shows it again; empty when there is none
 * @param events where two traces part; empty where something else differs
 * @param picture the address of a picture of that, which is contained in it; empty for none
 */
record Difference(
        String key,
        String location,
        String before,
        String expected,
        String actual,
        String after,
        String replay,
        Optional<Events> events,
        String picture) {
    /**
     * Two traces where they part.
     *
     * @param hidden how many equal events come before the rows, unsigned
     */
    record Events(String hidden, List<DivergedEvents.Row> rows, String explanation) {
        Events {
            rows = List.copyOf(rows);
        }

        boolean hides() {
            return !hidden.equals("0");
        }
    }

    /** So many UTF-16 units of one text are shown. */
    private static final int LONGEST = 8_000;

    static Difference of(Mismatch mismatch, Pictures pictures) {
        String left = cut(mismatch.expected());
        String right = cut(mismatch.actual());
        int most = Math.min(left.length(), right.length());
        int start = 0;
        while (start < most && left.charAt(start) == right.charAt(start)) {
            start++;
        }
        start = boundary(left, start);
        int end = 0;
        while (end < most - start && left.charAt(left.length() - 1 - end) == right.charAt(right.length() - 1 - end)) {
            end++;
        }
        while (end > 0 && Character.isLowSurrogate(left.charAt(left.length() - end))) {
            end--;
        }
        return new Difference(
                mismatch.key(),
                mismatch.location(),
                left.substring(0, start),
                left.substring(start, left.length() - end),
                right.substring(start, right.length() - end),
                left.substring(left.length() - end),
                Optional.ofNullable(mismatch.replay()).orElse(""),
                events(mismatch),
                picture(mismatch, pictures));
    }

    private static Optional<Events> events(Mismatch mismatch) {
        return Optional.ofNullable(mismatch.divergence())
                .flatMap(report -> DivergedEvents.of(report)
                        .filter(DivergedEvents::showDifference)
                        .map(parted -> new Events(
                                Long.toUnsignedString(parted.hidden()),
                                parted.rows().stream().map(Difference::cut).toList(),
                                cut(report.explanation()))));
    }

    private static String picture(Mismatch mismatch, Pictures pictures) {
        DivergenceReport report = mismatch.divergence();
        return report == null || DivergedEvents.of(report).isEmpty() ? "" : pictures.of(mismatch.location(), report);
    }

    private static DivergedEvents.Row cut(DivergedEvents.Row row) {
        return new DivergedEvents.Row(row.mark(), cut(row.left()), cut(row.right()));
    }

    /** {@return whether there is nothing between which a reader would look for the difference} */
    boolean sharesNothing() {
        return before.isEmpty() && after.isEmpty();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, boundary(text, LONGEST)) + " … (" + (text.length() - LONGEST)
                        + " more in report.json)";
    }

    /** No cut goes through a character. */
    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
