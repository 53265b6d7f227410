package dev.paritas.semanticobjects.json;

import java.util.Optional;

/**
 * Why bytes are not UTF-8 text as documents are read here, and where.
 *
 * @param code {@code BYTE_ORDER_MARK} or {@code INVALID_JSON}
 * @param line 1-based
 * @param column 1-based, in bytes
 */
public record Utf8Fault(JsonErrorCode code, String sentence, int line, int column) {
    /** {@return the first fault of a whole document} */
    public static Optional<Utf8Fault> in(byte[] bytes) {
        Utf8Check check = new Utf8Check();
        int bad = check.firstBad(bytes, 0, bytes.length);
        if (bad < 0 && check.complete()) {
            return Optional.empty();
        }
        return Optional.of(mark(bytes, 0, bytes.length).orElseGet(() -> at(bytes, bad >= 0 ? bad : bytes.length)));
    }

    /** {@return the fault of a document that starts with the byte order mark of some encoding} */
    static Optional<Utf8Fault> mark(byte[] bytes, int from, int to) {
        int first = to > from ? bytes[from] & 0xff : 0;
        int second = to > from + 1 ? bytes[from + 1] & 0xff : 0;
        int third = to > from + 2 ? bytes[from + 2] & 0xff : 0;
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            return Optional.of(marked("a byte order mark; save it as UTF-8 without one"));
        }
        boolean wide = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
        boolean wider = to > from + 3 && first == 0 && second == 0 && third == 0xfe && bytes[from + 3] == (byte) 0xff;
        return wide || wider
                ? Optional.of(marked("the byte order mark of " + (wider ? "UTF-32" : "UTF-16") + "; save it as UTF-8"))
                : Optional.empty();
    }

    private static Utf8Fault marked(String mark) {
        return new Utf8Fault(JsonErrorCode.BYTE_ORDER_MARK, "the document starts with " + mark, 1, 1);
    }

    private static Utf8Fault at(byte[] bytes, int at) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Utf8Fault(
                JsonErrorCode.INVALID_JSON, "byte " + at + " is not part of UTF-8 text", line, at - lineStart + 1);
    }
}
