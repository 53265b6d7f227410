package dev.paritas.simulation.run;

import dev.paritas.machine.engine.RecordSink;
import dev.paritas.machine.ledger.RecordedEffect;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;
import java.util.List;

/** Keeps the trace of a run and lets its effects go, whose states would take most of the memory. */
record TraceSink(List<ObservableEvent> events) implements RecordSink {
    @Override
    public void event(ObservableEvent event) {
        events.add(event);
    }

    @Override
    public void effect(RecordedEffect effect) {}

    @Override
    public void contract(ProgressContract contract) {}

    @Override
    public void transition(ProgressTransition transition) {}

    @Override
    public void check(OutputConditionCheck check) {}
}
