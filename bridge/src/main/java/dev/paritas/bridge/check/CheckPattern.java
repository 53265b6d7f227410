package dev.paritas.bridge.check;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression over the ids of checks. Some expressions take exponential time on a text of thirty characters, so
 * what one may read is counted.
 *
 * @param text as the user wrote it, of at most {@value #LONGEST} characters
 */
public record CheckPattern(String text, Pattern pattern) {
    /** The longest expression, in characters. */
    public static final int LONGEST = 200;

    /** So many characters may be read for one id. */
    private static final int READS = 100_000;

    /** @throws IllegalArgumentException with a clause that says why {@code text} is none */
    public static CheckPattern of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a regular expression has at most " + LONGEST + " characters");
        }
        try {
            return new CheckPattern(text, Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    /**
     * {@return whether it is found in {@code id}}
     *
     * @throws IllegalArgumentException when that takes too long to find out
     */
    public boolean finds(String id) {
        return pattern.matcher(new Counted(id, new int[1])).find();
    }

    /** @param reads how often a character has been read, in its only element */
    private record Counted(String text, int[] reads) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++reads[0] > READS) {
                throw new IllegalArgumentException("the regular expression takes too long on '" + text + "'");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
