package dev.paritas.choreography.json;

import dev.paritas.semanticobjects.problem.Problem;

/**
 * A document was refused as a type: why, and where.
 *
 * @param pointer JSON pointer of the offending value, empty for the root
 * @param line 1-based, 0 when unknown
 * @param column 1-based, 0 when unknown
 */
public record ImportRefusal(ImportError error, String pointer, int line, int column) implements Problem {
    @Override
    public String code() {
        return error.code();
    }

    @Override
    public String place() {
        return Problem.place(pointer, line, column);
    }

    @Override
    public String sentence() {
        return error.sentence();
    }
}
