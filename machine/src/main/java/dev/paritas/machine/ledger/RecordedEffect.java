package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.ProgressContract;
import java.util.Optional;

/** One recorded effect with its operation and its contract; each wire record is built at the call. */
public sealed interface RecordedEffect permits EffectRecord {
    /** {@return the effect id, an unsigned 64-bit integer} */
    long effectId();

    /** {@return the clock tick of the record's creation} */
    long tick();

    OutstandingEffect toOutstandingEffect();

    OperationInstance toOperation();

    /** {@return the contract under the effect's own operation id, absent when an earlier record carries it} */
    Optional<ProgressContract> toContract();

    /** {@return the handler exchange, if that is where the effect came from} */
    Optional<EffectExchange> toExchange();

    /** {@return the effect-trace entry, if the effect is a committed event or an applied topology event} */
    Optional<EffectTraceEntry> toTraceEntry();
}
