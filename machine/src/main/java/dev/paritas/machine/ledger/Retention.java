package dev.paritas.machine.ledger;

/** How much a log keeps (spec 30 §5, {@code observability_retention}). */
public sealed interface Retention {
    /** Everything, for as long as the machine lives. */
    record Full() implements Retention {}

    /** The last {@code capacity} entries of each log. */
    record Capped(int capacity) implements Retention {
        public Capped {
            if (capacity < 0) {
                throw new IllegalArgumentException("capacity is negative: " + capacity);
            }
        }
    }

    /** Nothing: every append is dropped, only effect ids advance. */
    record Disabled() implements Retention {}

    /**
     * Effects that can no longer change are handed to {@code sink} at each progress check and then dropped, so memory
     * is bounded by the effects of a few rounds however long the run is.
     */
    record Streaming(SemanticSink sink) implements Retention {}

    static Retention full() {
        return new Full();
    }

    static Retention capped(int capacity) {
        return new Capped(capacity);
    }

    static Retention disabled() {
        return new Disabled();
    }

    static Retention streaming(SemanticSink sink) {
        return new Streaming(sink);
    }
}
