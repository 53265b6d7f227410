package dev.paritas.bridge.files;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.problem.Problem;

/**
 * A file is not the document that it should be.
 *
 * @param linesBefore lines of the file before the text that {@code refusal} counts from
 */
public record UnreadableFile(String file, JsonException refusal, long linesBefore) implements Problem {
    @Override
    public String code() {
        return refusal.code().name();
    }

    @Override
    public String place() {
        return file + " " + Problem.place(refusal.path(), (int) line(), refusal.column());
    }

    @Override
    public String sentence() {
        return String.valueOf(refusal.getMessage());
    }

    /** {@return the line in the file, from 1} */
    public long line() {
        return linesBefore + Math.max(refusal.line(), 1);
    }
}
