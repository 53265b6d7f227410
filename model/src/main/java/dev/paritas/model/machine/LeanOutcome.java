package dev.paritas.model.machine;

import dev.paritas.semanticobjects.value.Edge;

/** What one instruction did to its coroutine. */
sealed interface LeanOutcome {
    /** It goes on, with nothing to observe. */
    record Continued() implements LeanOutcome {}

    /** A label was put on {@code edge}. */
    record Offered(Edge edge, String label) implements LeanOutcome {}

    /** A label was taken from {@code edge}. */
    record Chose(Edge edge, String label) implements LeanOutcome {}

    record Blocked(LeanBlock reason) implements LeanOutcome {}

    record Halted() implements LeanOutcome {}

    record Faulted(LeanFault fault) implements LeanOutcome {}

    LeanOutcome CONTINUED = new Continued();
    LeanOutcome HALTED = new Halted();

    static LeanOutcome faulted(LeanFault fault) {
        return new Faulted(fault);
    }
}
