package dev.paritas.bridge.compare;

/** Printed local types of the two sides (spec 22 §11, 21 §16), compared as far as text allows. */
final class TypeText {
    private TypeText() {}

    /** {@return whether the texts differ only in white space between tokens} */
    static boolean sameButForLines(String left, String right) {
        return tokens(left).equals(tokens(right));
    }

    /** {@return whether a binder or a variable occurs outside quoted names} */
    static boolean inLoop(String type) {
        String bare = type.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"");
        return bare.contains("LocalType.mu") || bare.contains("LocalType.var");
    }

    /** Every run of white space outside quotes becomes one space, and none remains behind an opening bracket. */
    private static String tokens(String type) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        boolean blank = false;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (!quoted && (c == ' ' || c == '\n')) {
                blank = true;
                continue;
            }
            if (blank) {
                text.append(' ');
                blank = false;
            }
            text.append(c);
            if (quoted && c == '\\' && i + 1 < type.length()) {
                text.append(type.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return text.toString();
    }
}
