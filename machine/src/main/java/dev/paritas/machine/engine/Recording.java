package dev.paritas.machine.engine;

/** Where the records of a run go; chosen when a machine is made. */
public sealed interface Recording {
    /**
     * Nowhere: no effect ids, no records, no allocation in the step loop. The ledger is absent, so the reentrancy rule
     * for guard effects (spec 30 §6.4) is not applied.
     */
    record Off() implements Recording {}

    /** Into memory, as the configuration's retention says. */
    record InMemory() implements Recording {}

    /** To {@code sink}, as soon as a record is final. */
    record Streaming(RecordSink sink) implements Recording {}

    static Recording off() {
        return new Off();
    }

    static Recording inMemory() {
        return new InMemory();
    }

    static Recording streaming(RecordSink sink) {
        return new Streaming(sink);
    }
}
