package dev.paritas.app.diagram;

import dev.paritas.semanticobjects.value.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Names and labels on their way into the source of a diagram. No language of diagrams can take any text as it is: each has
 * characters that act. So letters, digits and lone blanks stay as they are, and everything else is spelled by its code
 * point, which the one who draws turns back when nothing acts any more.
 */
final class Shown {
    /** So many characters of a text are shown. */
    static final int MOST_CHARACTERS = 120;

    private static final int LINE = 64;

    private Shown() {}

    /**
     * {@return {@code text} on one line and of bearable length, spelled}
     *
     * @param spelled how a code point is spelled that might act
     */
    static String text(String text, IntFunction<String> spelled) {
        int[] codePoints = cut(ForeignText.line(text)).codePoints().toArray();
        StringBuilder out = new StringBuilder(codePoints.length);
        for (int i = 0; i < codePoints.length; i++) {
            int c = codePoints[i];
            boolean plain = Character.isLetterOrDigit(c) || isJoined(codePoints, i);
            // The word that closes a block must not be seen as one.
            if (plain && !isWord(codePoints, i, "end")) {
                out.appendCodePoint(c);
            } else {
                out.append(spelled.apply(c));
            }
        }
        return out.toString();
    }

    /** {@return the beginning of {@code text} that is shown} */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
    }

    /** {@return {@code sentence} in lines that fit over a few life lines, broken between words} */
    static List<String> lines(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (!line.isEmpty() && line.length() + word.length() >= LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A lone blank, or a mark of a word, which acts nowhere as long as no second one stands beside it. */
    private static boolean isJoined(int[] text, int i) {
        if (i == 0 || i == text.length - 1) {
            return false;
        }
        int before = text[i - 1];
        int behind = text[i + 1];
        return switch (text[i]) {
            case ' ' -> before != ' ';
            case ',', '.' -> Character.isLetterOrDigit(before) && (Character.isLetterOrDigit(behind) || behind == ' ');
            case '_', '-' -> Character.isLetterOrDigit(before) && Character.isLetterOrDigit(behind);
            default -> false;
        };
    }

    private static boolean isWord(int[] text, int i, String word) {
        int behind = i + word.length();
        if (behind > text.length
                || i > 0 && Character.isLetterOrDigit(text[i - 1])
                || behind < text.length && Character.isLetterOrDigit(text[behind])) {
            return false;
        }
        return new String(text, i, word.length()).equalsIgnoreCase(word);
    }
}
