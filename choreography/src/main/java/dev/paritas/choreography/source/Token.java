package dev.paritas.choreography.source;

/** A word of the source, or a mark of its layout. */
record Token(Kind kind, String text, int line, int column) {
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
}
