package dev.paritas.choreography.source;

/** A word of the source, or a mark of its layout. */
record Token(Kind kind, String text, int line, int column) {
    static final Token NOWHERE = new Token(Kind.END, "", 0, 0);

    /** How much of a name an error repeats. */
    private static final int SHOWN = 80;

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        NEWLINE,
        INDENT,
        DEDENT,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(word);
    }

    /** {@return the text as far as an error repeats it} */
    String clipped() {
        return clipped(text);
    }

    static String clipped(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "...";
    }
}
