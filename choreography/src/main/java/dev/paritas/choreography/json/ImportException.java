package dev.paritas.choreography.json;

/** A document was refused as a type: why, and where. */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImportError error;
    private final String pointer;
    private final int line;
    private final int column;

    /**
     * @param pointer JSON pointer of the offending value, empty for the root
     * @param line 1-based, 0 when unknown
     * @param column 1-based, 0 when unknown
     */
    ImportException(ImportError error, String pointer, int line, int column) {
        super(error.message());
        this.error = error;
        this.pointer = pointer;
        this.line = line;
        this.column = column;
    }

    public ImportError error() {
        return error;
    }

    public String pointer() {
        return pointer;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
