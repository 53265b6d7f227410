package dev.paritas.choreography.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks over the bytes of plain JSON: no escapes, no doubtful UTF-8. Anything else is {@link Unusual}. */
final class ByteCursor {
    private static final int MAX_NESTING = 1000;
    private static final int CACHED = 256;

    private final byte[] in;
    private final int deepest;
    private final String[] names = new String[CACHED];
    private int at;
    private int nesting;

    ByteCursor(byte[] utf8, int maxNesting) {
        this.in = utf8;
        this.deepest = Math.min(maxNesting, MAX_NESTING);
        Arrays.fill(names, "");
    }

    /** Something this cursor leaves to the exact reader. */
    static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unusual() {
            super(null, null, false, false);
        }
    }

    Unusual unusual() {
        return new Unusual();
    }

    void require(boolean ordinary) {
        if (!ordinary) {
            throw new Unusual();
        }
    }

    /** Enters an object or array. */
    void open(char bracket) {
        require(next() == bracket && ++nesting <= deepest);
        at++;
    }

    boolean at(char wanted) {
        return next() == wanted;
    }

    /** {@return whether the container ends here; its bracket is then consumed} */
    boolean closes(char bracket) {
        if (next() != bracket) {
            return false;
        }
        at++;
        nesting--;
        return true;
    }

    /** {@return whether a comma leads to another entry; otherwise the closing bracket is consumed} */
    boolean more(char bracket) {
        if (next() == ',') {
            at++;
            return true;
        }
        require(closes(bracket));
        return false;
    }

    void colon() {
        require(next() == ':');
        at++;
    }

    void end() {
        while (at < in.length) {
            require(blank(in[at++]));
        }
    }

    /** {@return a natural number of at most 18 digits} */
    long shortNatural() {
        int first = next();
        int start = at;
        long value = 0;
        while (at < in.length && in[at] >= '0' && in[at] <= '9') {
            value = 10 * value + in[at++] - '0';
        }
        int digits = at - start;
        require(digits > 0 && digits <= 18 && (first != '0' || digits == 1));
        int after = next();
        require(after == '}' || after == ',');
        return value;
    }

    /** {@return the first byte of the text under the cursor; its closing quote when it is empty} */
    int peekText() {
        require(next() == '"' && at + 1 < in.length);
        return in[at + 1];
    }

    /** {@return whether the text under the cursor is {@code word}; it is then consumed} */
    boolean word(byte[] word) {
        int end = at + 1 + word.length;
        if (end >= in.length || in[end] != '"') {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (in[at + 1 + i] != word[i]) {
                return false;
            }
        }
        at = end + 1;
        return true;
    }

    /** {@return the text under the cursor; equal short ASCII texts come as one object} */
    String string() {
        require(next() == '"');
        int start = ++at;
        int hash = 0;
        byte[] bytes = in;
        int i = start;
        int seen = 0;
        for (; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '"') {
                break;
            }
            require((b >= ' ' || b < 0) && b != '\\');
            seen |= b;
            hash = 31 * hash + b;
        }
        require(i < bytes.length);
        at = i + 1;
        int length = i - start;
        if (seen < 0) {
            String text = new String(bytes, start, length, StandardCharsets.UTF_8);
            require(text.indexOf('\uFFFD') < 0);
            return text;
        }
        int slot = (hash ^ hash >>> 8) & CACHED - 1;
        String known = names[slot];
        if (known.length() == length && same(known, start)) {
            return known;
        }
        String text = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        names[slot] = text;
        return text;
    }

    private boolean same(String known, int start) {
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != in[start + i]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the next byte that is not blank, without consuming it} */
    private int next() {
        byte[] bytes = in;
        int i = at;
        while (i < bytes.length) {
            byte b = bytes[i];
            if (b > ' ' || !blank(b)) {
                at = i;
                return b;
            }
            i++;
        }
        throw new Unusual();
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
