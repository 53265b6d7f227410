package dev.paritas.bridge.compare;

/**
 * Printed local types of the two sides (spec 22 §11, 21 §16), compared as far as text allows. Texts have megabytes where
 * loops nest, and there is one for each step: nothing is copied, and nothing read beyond what decides.
 */
final class TypeText {
    private static final int END = -1;

    private final String text;
    private int at;
    private boolean quoted;
    private boolean escaped;

    private TypeText(String text) {
        this.text = text;
    }

    /** {@return whether the texts differ only in white space between tokens} */
    static boolean sameButForLines(String left, String right) {
        TypeText ours = new TypeText(left);
        TypeText theirs = new TypeText(right);
        int next;
        do {
            next = ours.next();
            if (next != theirs.next()) {
                return false;
            }
        } while (next != END);
        return true;
    }

    /** {@return whether a binder or a variable occurs outside quoted names} */
    static boolean inLoop(String type) {
        TypeText here = new TypeText(type);
        do {
            if (!here.quoted
                    && (type.startsWith("LocalType.mu", here.at) || type.startsWith("LocalType.var", here.at))) {
                return true;
            }
        } while (here.next() != END);
        return false;
    }

    /** {@return the next character, one space for a run of white space outside quotes; {@link #END} where no more follow} */
    private int next() {
        int from = at;
        while (!quoted && at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
        if (at == text.length()) {
            return END;
        }
        if (at > from) {
            return ' ';
        }
        char c = text.charAt(at++);
        if (escaped) {
            escaped = false;
        } else if (quoted && c == '\\') {
            escaped = true;
        } else if (c == '"') {
            quoted = !quoted;
        }
        return c;
    }
}
