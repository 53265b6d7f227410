package dev.paritas.choreography.source;

/**
 * A word of the source, or a mark of its layout.
 *
 * @param fresh whether it begins a line that does not continue the one before
 */
record Token(Kind kind, String text, int line, int column, boolean fresh) {
    static final Token NOWHERE = new Token(Kind.END, "", 0, 0, false);

    /** How much of a name an error repeats. */
    private static final int SHOWN = 80;

    enum Kind {
        NAME,
        /** A word with letters that no name has. */
        FOREIGN,
        NUMBER,
        TEXT,
        SYMBOL,
        INDENT,
        DEDENT,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(word);
    }

    /** {@return whether {@code other} is the same word, wherever it stands} */
    boolean says(Token other) {
        return kind == other.kind && text.equals(other.text) && fresh == other.fresh;
    }

    boolean opens() {
        return is("(") || is("{") || is("[");
    }

    boolean closes() {
        return is(")") || is("}") || is("]");
    }

    /** {@return whether {@code next} stands right behind this word} */
    boolean touches(Token next) {
        return line == next.line && column + text.length() == next.column;
    }

    /** {@return the text as far as an error repeats it} */
    String clipped() {
        return clipped(text);
    }

    static String clipped(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "...";
    }

    /** {@return what an error says it found} */
    String found() {
        return switch (kind) {
            case NAME, FOREIGN, NUMBER, SYMBOL -> "'" + clipped() + "'";
            case TEXT -> "a text in quotes";
            case INDENT -> "a line that is indented deeper";
            case DEDENT -> "the end of the block";
            case END -> "the end of the file";
        };
    }
}
