package dev.paritas.choreography.source;

import org.jspecify.annotations.Nullable;

/** Why no choreography could be read: the stable code of the form's own reader, and the place. */
public final class WrittenChoreographyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String path;
    private final int line;
    private final int column;

    /**
     * @param path JSON pointer, empty for the document itself and for a source
     * @param line 1-based, 0 when the error has no position
     * @param column 1-based
     */
    WrittenChoreographyException(
            String code, String path, int line, int column, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.path = path;
        this.line = line;
        this.column = column;
    }

    /** {@return the stable code} */
    public String code() {
        return code;
    }

    /** {@return where: {@code name}, the JSON pointer or the document root, and line and column where they are known} */
    public String place(String name) {
        String inside = path.isEmpty() ? "document root" : path;
        return name + " " + (line > 0 ? inside + " (line " + line + ", column " + column + ")" : inside);
    }
}
