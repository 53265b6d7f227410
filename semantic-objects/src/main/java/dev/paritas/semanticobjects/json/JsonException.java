package dev.paritas.semanticobjects.json;

/** A document was refused: why (a stable code), where (JSON pointer, line and column) and a plain sentence. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final JsonErrorCode code;
    private final String path;
    private final int line;
    private final int column;

    /**
     * @param path JSON pointer of the offending value, empty for the root
     * @param line 1-based, 0 when unknown
     * @param column 1-based, 0 when unknown
     */
    public JsonException(JsonErrorCode code, String message, String path, int line, int column) {
        super(message);
        this.code = code;
        this.path = path;
        this.line = line;
        this.column = column;
    }

    public JsonErrorCode code() {
        return code;
    }

    public String path() {
        return path;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** {@return code, place and sentence on one line} */
    public String describe() {
        String place = path.isEmpty() ? "document root" : path;
        return code + " at " + place + (line > 0 ? " (line " + line + ", column " + column + ")" : "") + ": "
                + getMessage();
    }
}
