package dev.paritas.semanticobjects.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The code points that a debug text escapes: those without a graphic, and those that extend the grapheme before them, as
 * of Unicode 17. A table of its own, since the answer must not change with the Java runtime's Unicode version.
 */
final class EscapedCodePoints {
    private static final String RESOURCE = "escaped.txt";

    /** First code points of ranges at even places, those behind their last ones at odd places; ascending. */
    private static final int[] BOUNDS = bounds();

    private EscapedCodePoints() {}

    static boolean contains(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7f) {
            return false;
        }
        int found = Arrays.binarySearch(BOUNDS, codePoint);
        int bounds = found >= 0 ? found + 1 : -found - 1;
        return bounds % 2 == 1;
    }

    private static int[] bounds() {
        try (InputStream in = EscapedCodePoints.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the table of code points is not part of this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .flatMapToInt(
                            range -> IntStream.of(Integer.parseInt(range[0], 16), Integer.parseInt(range[1], 16) + 1))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
