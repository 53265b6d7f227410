package dev.paritas.bridge.files;

import dev.paritas.semanticobjects.json.JsonException;

/** A file is not the document that it should be. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient JsonException problem;
    private final long linesBefore;

    /** @param linesBefore lines of the file before the text that {@code problem} counts from */
    public UnreadableFileException(String file, JsonException problem, long linesBefore) {
        super(problem.getMessage(), problem);
        this.file = file;
        this.problem = problem;
        this.linesBefore = linesBefore;
    }

    public String file() {
        return file;
    }

    public JsonException problem() {
        return problem;
    }

    /** {@return the line in the file, from 1} */
    public long line() {
        return linesBefore + Math.max(problem.line(), 1);
    }
}
