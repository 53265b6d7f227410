package dev.paritas.app.report;

import java.util.Locale;

/** A page in which nothing is unseen: what controls a terminal or turns the order of letters is spelled out. */
final class VisibleText {
    private VisibleText() {}

    static String of(String page) {
        StringBuilder visible = new StringBuilder(page.length());
        page.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || isSeen(point)) {
                visible.appendCodePoint(point);
            } else {
                visible.append(String.format(Locale.ROOT, "\\u%04x", point));
            }
        });
        return visible.toString();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> (point & 0xFFFE) != 0xFFFE;
        };
    }
}
