package dev.paritas.model.machine;

import dev.paritas.semanticobjects.value.Edge;

/** What one instruction did to its coroutine. */
sealed interface ModelOutcome {
    /** It goes on, with nothing to observe. */
    record Continued() implements ModelOutcome {}

    /** A label was put on {@code edge}. */
    record Offered(Edge edge, String label) implements ModelOutcome {}

    /** A label was taken from {@code edge}. */
    record Chose(Edge edge, String label) implements ModelOutcome {}

    record Blocked(ModelBlock reason) implements ModelOutcome {}

    record Halted() implements ModelOutcome {}

    record Faulted(ModelFault fault) implements ModelOutcome {}

    ModelOutcome CONTINUED = new Continued();
    ModelOutcome HALTED = new Halted();

    static ModelOutcome faulted(ModelFault fault) {
        return new Faulted(fault);
    }
}
