package dev.paritas.choreography.source;

import java.util.Collection;
import java.util.Locale;

/** The name that somebody may have meant. */
final class Nearest {
    /** Longer names are no slip of the finger away from anything. */
    private static final int LONGEST = 40;

    private Nearest() {}

    /** {@return a question about the closest of {@code names}; empty when none is close} */
    static String hint(String name, Collection<String> names) {
        if (name.length() > LONGEST) {
            return "";
        }
        String closest = "";
        int least = name.length() < 3 ? 1 : name.length() < 6 ? 2 : 3;
        for (String candidate : names) {
            if (Math.abs(candidate.length() - name.length()) < least && candidate.length() <= LONGEST) {
                int distance = candidate.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
                        ? 0
                        : distance(name, candidate);
                if (distance < least) {
                    least = distance;
                    closest = candidate;
                }
            }
        }
        return closest.isEmpty() ? "" : "did you mean '" + closest + "'?";
    }

    /** Letters to add, drop, exchange or swap with their neighbour. */
    private static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int exchange = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int step = Math.min(steps[i - 1][j - 1] + exchange, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                steps[i][j] = swapped ? Math.min(step, steps[i - 2][j - 2] + 1) : step;
            }
        }
        return steps[left.length()][right.length()];
    }
}
