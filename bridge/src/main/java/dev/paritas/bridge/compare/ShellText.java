package dev.paritas.bridge.compare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines as a person can paste them into a POSIX shell. */
final class ShellText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellText() {}

    /** {@return the words, each quoted where the shell would read it otherwise} */
    public static String line(List<String> words) {
        return words.stream().map(ShellText::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        // Single quotes keep everything but themselves; control characters would speak to the terminal.
        return word.chars().anyMatch(c -> c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0)
                ? "\"$(printf '%b' '" + escaped(word) + "')\""
                : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String escaped(String word) {
        StringBuilder text = new StringBuilder();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            int value = b & 0xff;
            boolean plain = value >= ' ' && value < 0x7f && value != '\\' && value != '\'' && value != '%';
            text.append(plain ? String.valueOf((char) value) : String.format(Locale.ROOT, "\\0%03o", value));
        }
        return text.toString();
    }
}
