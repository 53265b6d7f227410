package dev.paritas.heap.replay;

import dev.paritas.heap.state.HeapError;
import dev.paritas.semanticobjects.problem.Problem;

/**
 * The heap refused an operation of a log, so the log is no corpus.
 *
 * @param index the position of the operation in its log
 */
public record RefusedOperation(int index, HeapError error) implements Problem {
    @Override
    public String code() {
        return error.code();
    }

    @Override
    public String sentence() {
        return "operation " + index + ": " + error.sentence();
    }
}
