package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;

/** Receives what a streaming ledger drops, in the order it was recorded. */
public interface SemanticSink {
    /** An effect whose records are final. The wire records are built only when asked for. */
    void effect(RecordedEffect effect);

    /** A final contract whose operation is not an effect's own, such as {@code handoff:<id>}. */
    void contract(ProgressContract contract);

    void transition(ProgressTransition transition);

    void check(OutputConditionCheck check);
}
