package dev.paritas.app.report.page;

import java.util.List;

/**
 * Earlier runs that were asked for the same, and the one of the page as the last.
 *
 * @param leftOut how many earlier reports were asked for something else
 */
public record Trend(List<TrendPoint> points, long leftOut) {
    private static final int HEIGHT = 72;
    private static final int WIDTH = 16;

    public Trend {
        points = List.copyOf(points);
    }

    /** A piece of a bar, from the top of the picture. */
    record Bar(int x, int y, int height, String kind) {}

    /** {@return whether there is anything to compare with} */
    boolean isShown() {
        return points.size() > 1;
    }

    int width() {
        return points.size() * WIDTH;
    }

    int height() {
        return HEIGHT;
    }

    /** {@return the pieces of the bar of a run: passed at the bottom, then known, failed and skipped} */
    List<Bar> bars(int index) {
        TrendPoint point = points.get(index);
        long most = Math.max(1, points.stream().mapToLong(TrendPoint::all).max().orElse(1));
        int x = index * WIDTH + 2;
        int passed = scaled(point.passed(), most);
        int known = scaled(point.known(), most);
        int failed = scaled(point.failed(), most);
        int skipped = scaled(point.skipped(), most);
        int base = HEIGHT;
        return List.of(
                new Bar(x, base - passed, passed, Kind.PASSED.word()),
                new Bar(x, base - passed - known, known, Kind.KNOWN.word()),
                new Bar(x, base - passed - known - failed, failed, Kind.FAILED.word()),
                new Bar(x, base - passed - known - failed - skipped, skipped, Kind.SKIPPED.word()));
    }

    /** {@return its part of the height; what is there is seen, however little it is} */
    private static int scaled(long count, long most) {
        return count == 0 ? 0 : Math.max(2, (int) (count * (HEIGHT - 8) / most));
    }
}
