package dev.paritas.machine.engine;

import dev.paritas.machine.ledger.SemanticSink;
import dev.paritas.semanticobjects.event.ObservableEvent;

/** Receives the records of a streaming machine, so that memory does not grow with the run. */
public interface RecordSink extends SemanticSink {
    /** The next observable event, in trace order. */
    void event(ObservableEvent event);
}
