package dev.paritas.semanticobjects.value;

import java.util.List;

/**
 * Text that others wrote (names, labels, paths, words of a runner) on its way to a person. A character that does not show
 * itself could move the cursor, turn the line round or begin a line of its own, so it is spelled out instead.
 */
public final class ForeignText {
    private static final char FIRST_VISIBLE = 0x20;
    private static final char DELETE = 0x7f;

    private ForeignText() {}

    /**
     * {@return the text on one line: controls, line ends, marks of direction and everything else that is not seen are
     * spelled {@code \n}, {@code \r}, {@code \t} or as the code point in hexadecimal digits inside braces}
     */
    public static String line(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (isVisible(codePoint)) {
                        line.appendCodePoint(codePoint);
                    } else {
                        line.append("\\u{")
                                .append(Integer.toHexString(codePoint))
                                .append('}');
                    }
                }
            }
        });
        return line.toString();
    }

    /** {@return the same JSON document with what is not seen, which only its strings can hold, as JSON's own escapes} */
    public static String json(String document) {
        if (isPlain(document)) {
            return document;
        }
        StringBuilder json = new StringBuilder(document.length() + 16);
        document.codePoints().forEach(codePoint -> {
            if (isVisible(codePoint) || codePoint == '\n') {
                json.appendCodePoint(codePoint);
            } else {
                for (char half : Character.toChars(codePoint)) {
                    json.append("\\u%04x".formatted((int) half));
                }
            }
        });
        return json.toString();
    }

    /** {@return each line of {@code text} marked as somebody else's, so that none can pass for one of ours} */
    public static List<String> quoted(String text) {
        return text.lines().map(line -> "  | " + line(line)).toList();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_VISIBLE || c >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
