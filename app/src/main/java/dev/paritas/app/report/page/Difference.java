package dev.paritas.app.report.page;

import dev.paritas.bridge.report.Mismatch;

/**
 * A difference with its two texts cut into what they share at both ends and what lies between.
 *
 * @param replay the command that shows it again; empty when there is none
 */
record Difference(
        String key, String location, String before, String expected, String actual, String after, String replay) {
    /** So many UTF-16 units of one text are shown. */
    private static final int LONGEST = 8_000;

    /** How the checks append the command (docs/lanes.md). */
    private static final String REPLAY = "; replay: ";

    static Difference of(Mismatch mismatch) {
        String actual = mismatch.actual();
        int command = actual.lastIndexOf(REPLAY);
        String replay = command < 0 ? "" : actual.substring(command + REPLAY.length());
        String left = cut(mismatch.expected());
        String right = cut(command < 0 ? actual : actual.substring(0, command));
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
                replay);
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
