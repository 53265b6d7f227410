package dev.paritas.machine.engine;

import dev.paritas.machine.ledger.AuthorityAuditRecord;
import dev.paritas.machine.ledger.DelegationAuditRecord;
import dev.paritas.machine.ledger.SemanticAudit;
import dev.paritas.machine.ledger.SemanticAuditRecord;
import dev.paritas.machine.ledger.SemanticDerivation;
import dev.paritas.machine.ledger.SemanticLedger;
import dev.paritas.machine.ledger.SemanticLogs;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.util.List;
import java.util.Optional;

/** What a machine has recorded so far (spec 21 §17); lists are empty when nothing is recorded or all is streamed. */
public final class MachineRecords {
    private final Machine machine;

    MachineRecords(Machine machine) {
        this.machine = machine;
    }

    public List<ObservableEvent> trace() {
        return machine.recorder == null ? List.of() : machine.recorder.events().toList();
    }

    /** {@return the number of events in the trace} */
    public int traceLength() {
        return machine.recorder == null ? 0 : machine.recorder.events().size();
    }

    /** {@return the events from position {@code start} on} */
    public List<ObservableEvent> traceFrom(int start) {
        return machine.recorder == null ? List.of() : machine.recorder.events().from(start);
    }

    /** {@return the trace, which is then empty; later exports lack it} */
    public List<ObservableEvent> drainTrace() {
        return machine.recorder == null ? List.of() : machine.recorder.events().drain();
    }

    public List<EffectExchange> effectExchanges() {
        return ledger().map(SemanticLedger::exchanges).orElse(List.of());
    }

    public List<EffectTraceEntry> effectTrace() {
        return ledger().map(SemanticLedger::effectTrace).orElse(List.of());
    }

    public List<OutputConditionCheck> outputConditionChecks() {
        return ledger().map(SemanticLedger::checks).orElse(List.of());
    }

    public List<DelegationAuditRecord> delegationAudit() {
        return ledger().map(SemanticLedger::delegations).orElse(List.of());
    }

    /** {@return the authority records of the machine itself: timeouts} */
    public List<AuthorityAuditRecord> authorityAudit() {
        return ledger().map(SemanticLedger::authority).orElse(List.of());
    }

    /** {@return the logs that the bundle and the audit log are derived from (spec 30 §5)} */
    public SemanticLogs semanticLogs() {
        return ledger().map(ledger -> ledger.logs(List.of())).orElse(SemanticLogs.EMPTY);
    }

    /** {@return the bundle, derived anew at each call (spec 30 §10)} */
    public SemanticObjects semanticObjects() {
        return SemanticDerivation.derive(semanticLogs());
    }

    /** {@return the semantic audit log, derived anew at each call (spec 30 §14)} */
    public List<SemanticAuditRecord> semanticAudit() {
        return SemanticAudit.log(semanticLogs(), trace());
    }

    /** {@return the semantic ledger, empty when nothing is recorded} */
    public Optional<SemanticLedger> ledger() {
        return machine.recorder == null ? Optional.empty() : Optional.of(machine.recorder.ledger());
    }
}
