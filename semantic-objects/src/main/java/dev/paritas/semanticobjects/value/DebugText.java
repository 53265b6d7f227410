package dev.paritas.semanticobjects.value;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The debug rendering that several messages embed (spec 20 §1): {@code Name}, {@code Name(a, b)},
 * {@code Name { f: v }}, {@code Some(x)}, {@code [a, b]}, {@code "text"}. Parts are rendered already.
 */
public final class DebugText {
    private DebugText() {}

    /** {@return {@code name(a, b)}} */
    public static String tuple(String name, String... parts) {
        return Stream.of(parts).collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** {@return {@code name { field: value, ... }}} for alternating field names and rendered values */
    public static String struct(String name, String... fieldsAndValues) {
        StringBuilder text = new StringBuilder(name).append(" {");
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            text.append(i == 0 ? " " : ", ")
                    .append(fieldsAndValues[i])
                    .append(": ")
                    .append(fieldsAndValues[i + 1]);
        }
        return text.append(" }").toString();
    }

    /** {@return {@code [a, b]}} */
    public static String list(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@return {@code Some(rendered)}, or {@code None} for null} */
    public static String option(@Nullable String rendered) {
        return rendered == null ? "None" : tuple("Some", rendered);
    }

    public static String unsigned(long value) {
        return Long.toUnsignedString(value);
    }

    /** {@return the text in double quotes, escaped where spec 20 §1 says so} */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case 0 -> quoted.append("\\0");
                default -> {
                    if (!EscapedCodePoints.contains(codePoint)) {
                        quoted.appendCodePoint(codePoint);
                    } else {
                        quoted.append("\\u{")
                                .append(Integer.toHexString(codePoint))
                                .append('}');
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
