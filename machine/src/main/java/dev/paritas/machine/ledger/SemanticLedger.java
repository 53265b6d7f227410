package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectMetadata;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectStatus;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runtime logs of one machine: every effect with its operation and its progress contract, exchanges, effect trace,
 * output-condition checks and audit records (spec 30 §5-§8). Recording is O(1) and a progress check O(waiting effects),
 * however long the run is. Ticks, ids and sessions are unsigned. Not safe for use by several threads.
 */
public final class SemanticLedger {
    private final boolean recording;
    private final EffectCapture capture;
    private final @Nullable SemanticSink sink;
    private final EffectLog effects;
    private final ProgressBook progress;
    private final BoundedLog<ExchangeRecord> exchanges;
    private final BoundedLog<EffectRecord> effectTrace;
    private final BoundedLog<OutputConditionCheck> checks;
    private final HandoffLog handoffs;
    private final BoundedLog<AuthorityAuditRecord> authority;
    private long nextEffectId;

    public SemanticLedger(Retention retention, EffectCapture capture) {
        this.recording = !(retention instanceof Retention.Disabled);
        this.capture = capture;
        this.sink = retention instanceof Retention.Streaming(SemanticSink target) ? target : null;
        this.effects = new EffectLog(retention);
        this.progress = new ProgressBook(retention, effects);
        this.exchanges = BoundedLog.keeping(retention);
        this.effectTrace = BoundedLog.keeping(retention);
        this.checks = BoundedLog.keeping(retention);
        this.handoffs = new HandoffLog(retention);
        this.authority = BoundedLog.keeping(retention);
    }

    /** {@return the id the next exchange, trace entry or issued effect takes} */
    public long nextEffectId() {
        return nextEffectId;
    }

    /** {@return whether anything is kept; when not, only ids advance and callers may skip building requests} */
    public boolean isRecording() {
        return recording;
    }

    /**
     * {@return why a request may not be sent to the handler: illegal metadata, or reentrancy against a waiting effect}
     * Nothing is recorded and no id is consumed (spec 30 §6.4).
     *
     * @param operationId the request's, null for all but wal_sync
     */
    public Optional<EffectFailure> admit(
            EffectMetadata metadata, @Nullable Long session, @Nullable String operationId) {
        if (!metadata.isLegal()) {
            return Optional.of(metadata.illegal());
        }
        return effects.hasLive() ? Reentrancy.check(effects.live(), metadata, session, operationId) : Optional.empty();
    }

    /**
     * RECORD-EXCHANGE (spec 30 §7.2).
     *
     * @param request as the handler saw it, without effect id
     * @param ownerId owner label of the request's session at this moment, null without session or capability
     * @return the id of the recorded effect
     */
    public long recordExchange(
            long tick, String handlerIdentity, EffectRequest request, EffectOutcome outcome, @Nullable String ownerId) {
        long id = nextEffectId++;
        if (recording) {
            ExchangeRecord effect = ExchangeRecord.of(id, tick, handlerIdentity, ownerId, request, outcome);
            if (sink == null) {
                exchanges.add(effect);
            }
            record(effect, outcome.status() instanceof EffectStatus.Blocked);
        }
        return id;
    }

    /** Advances the id over an exchange that nobody needs a record of; for machines whose ledger is not recording. */
    public void skipExchange() {
        nextEffectId++;
    }

    /**
     * RECORD-TRACE-ENTRY for a committed event; kinds without an entry consume no id (spec 30 §7.3).
     *
     * @param ownerId owner label of the event's session at this moment; ignored where the entry names no session
     */
    public void recordTraceEntry(long tick, String handlerIdentity, ObservableEvent event, @Nullable String ownerId) {
        CommittedRecord effect = CommittedRecord.of(nextEffectId, tick, handlerIdentity, ownerId, event);
        if (effect != null) {
            nextEffectId++;
            if (recording) {
                if (sink == null && capture == EffectCapture.FULL) {
                    effectTrace.add(effect);
                }
                record(effect, false);
            }
        }
    }

    /** RECORD-TRACE-ENTRY for a topology event that was just applied (spec 30 §7.3). */
    public void recordTopologyEvent(long tick, String handlerIdentity, TopologyEvent event) {
        TopologyRecord effect = new TopologyRecord(nextEffectId++, tick, handlerIdentity, event);
        if (recording) {
            if (sink == null && capture != EffectCapture.DISABLED) {
                effectTrace.add(effect);
            }
            record(effect, false);
        }
    }

    /**
     * ISSUE: records a pending effect (spec 30 §7.4); see {@link EffectPayloads} for the inputs.
     *
     * @return its id
     */
    public long issue(
            long tick,
            String handlerIdentity,
            EffectKind kind,
            @Nullable Long session,
            JsonValue inputs,
            @Nullable String ownerId) {
        long id = nextEffectId++;
        if (recording) {
            record(new IssuedRecord(id, tick, handlerIdentity, ownerId, kind, session, inputs), true);
        }
        return id;
    }

    private void record(EffectRecord effect, boolean waits) {
        effects.add(effect, waits);
        progress.open(effect);
    }

    /**
     * COMPLETE: ends a waiting effect, or lets it wait on (spec 30 §7.4).
     *
     * @throws ProblemException ({@link HostContractProblem}) when the effect has no record or has already ended
     */
    public void complete(long tick, long effectId, OutstandingEffectStatus status, JsonValue outputs) {
        EffectRecord effect = effects.get(effectId);
        if (effect == null) {
            throw new ProblemException(new HostContractProblem.CompletionWithoutRecord(effectId));
        }
        if (!ContractAlgebra.isLive(effect.status())) {
            throw new ProblemException(new HostContractProblem.LateResult(effectId, effect.status()));
        }
        settle(effect, tick, status, outputs);
    }

    /**
     * OVERRIDE: replaces the verdict on an effect, whatever it was (spec 30 §7.4).
     *
     * @throws ProblemException ({@link HostContractProblem}) when the effect has no record
     */
    public void override(long tick, long effectId, OutstandingEffectStatus status, JsonValue outputs) {
        EffectRecord effect = effects.get(effectId);
        if (effect == null) {
            throw new ProblemException(new HostContractProblem.OverrideWithoutRecord(effectId));
        }
        settle(effect, tick, status, outputs);
    }

    private void settle(EffectRecord effect, long tick, OutstandingEffectStatus status, JsonValue outputs) {
        effect.change().settle(status, outputs, tick);
        effects.statusChanged(effect);
        effects.moveOperation(effect, status);
        progress.set(
                effect, tick, effect.session(), ContractAlgebra.stateOf(status), EffectPayloads.reason(outputs), true);
    }

    /** INVALIDATE-SESSION: ends every waiting effect of the session (spec 30 §7.7). */
    public void invalidateSession(long tick, long session, String reason) {
        List<EffectRecord> waiting = liveOf(session);
        for (EffectRecord effect : waiting) {
            effect.change().settle(OutstandingEffectStatus.INVALIDATED, EffectPayloads.invalidated(reason), tick);
            effects.statusChanged(effect);
        }
        for (EffectRecord effect : waiting) {
            for (EffectRecord operation : effects.operationsOf(effect)) {
                effects.setPhase(operation, OperationPhase.FAILED, "effect.invalidated");
            }
        }
        for (EffectRecord effect : waiting) {
            progress.set(effect, tick, session, ProgressState.FAILED, reason, true);
        }
    }

    private List<EffectRecord> liveOf(long session) {
        return effects.live().stream()
                .filter(effect -> Objects.equals(effect.session(), session))
                .toList();
    }

    /** Appends the audit record of a transfer that was undone (spec 31 §6). */
    public void handoffRolledBack(long tick, DelegationReceipt receipt, String reason) {
        handoffs.append(new DelegationAuditRecord(tick, receipt, DelegationStatus.ROLLED_BACK, reason));
    }

    /** Appends the audit record of a committed transfer and creates its obligations (spec 30 §7.8, 31 §6). */
    public void handoffCommitted(long tick, DelegationReceipt receipt) {
        handoffs.append(new DelegationAuditRecord(tick, receipt, DelegationStatus.COMMITTED, null));
        if (!recording) {
            return;
        }
        String newOwner = DerivedHandoffs.coroutineOwner(receipt.toCoro());
        String oldOwner = DerivedHandoffs.coroutineOwner(receipt.fromCoro());
        String reason = "semantic handoff invalidated blocked effect";
        List<EffectRecord> invalidated = liveOf(receipt.session()).stream()
                .filter(effect -> effect.status() == OutstandingEffectStatus.BLOCKED)
                .toList();
        for (EffectRecord effect : liveOf(receipt.session())) {
            effect.change().effectOwner = newOwner;
        }
        for (EffectRecord effect : invalidated) {
            JsonValue outputs = EffectPayloads.invalidatedByHandoff(receipt.receiptId(), oldOwner, newOwner, reason);
            effect.change().settle(OutstandingEffectStatus.INVALIDATED, outputs, tick);
            effects.statusChanged(effect);
        }
        for (EffectRecord operation : effects.waitingOperations()) {
            if (Objects.equals(operation.session(), receipt.session())) {
                operation.change().operationOwner = newOwner;
            }
        }
        for (EffectRecord effect : invalidated) {
            for (EffectRecord operation : effects.operationsOf(effect)) {
                if (Objects.equals(operation.session(), receipt.session())) {
                    effects.setPhase(operation, OperationPhase.FAILED, "effect.invalidated");
                }
            }
        }
        handoffs.mark(receipt, nextEffectId);
        for (EffectRecord effect : invalidated) {
            progress.set(effect, tick, receipt.session(), ProgressState.FAILED, reason, true);
        }
        progress.set(
                DerivedHandoffs.operationId(receipt.receiptId()),
                tick,
                receipt.session(),
                ProgressState.HANDED_OFF,
                "semantic handoff committed");
    }

    /** Appends a machine-level authority record: timeout witnesses (spec 31 §4). */
    public void recordAuthority(AuthorityAuditRecord audited) {
        authority.add(audited);
    }

    /** Appends a verdict of the output gate (spec 30 §7.6). */
    public void recordCheck(OutputConditionCheck check) {
        if (sink == null) {
            checks.add(check);
        } else {
            sink.check(check);
        }
    }

    /**
     * Escalates the waiting effects whose window has passed, twice per round (spec 30 §8.2). A streaming ledger then
     * hands over what can no longer change.
     *
     * @throws ProblemException ({@link HostContractProblem}) when a waiting effect has lost its contract
     */
    public void progressCheck(long tick) {
        if (effects.hasLive()) {
            for (EffectRecord effect : effects.live()) {
                ProgressCheck.escalate(effect, tick, effects, progress);
            }
        }
        if (sink != null) {
            retire(sink, effects.horizon(nextEffectId));
        }
    }

    /** Hands everything still held to the sink of a streaming ledger; for the end of a run. */
    public void finish() {
        if (sink != null) {
            retire(sink, nextEffectId);
            progress.handOverAll(sink);
        }
    }

    private void retire(SemanticSink target, long horizon) {
        BoundedLog<EffectRecord> held = effects.records();
        while (!held.isEmpty() && Long.compareUnsigned(held.get(0).effectId(), horizon) < 0) {
            target.effect(effects.removeFirst());
        }
        progress.retire(target);
    }

    /** {@return handler exchanges in order} */
    public List<EffectExchange> exchanges() {
        return exchanges.toList().stream().map(ExchangeRecord::exchange).toList();
    }

    /** {@return the captured effect trace in order} */
    public List<EffectTraceEntry> effectTrace() {
        return effectTrace.toList().stream()
                .flatMap(effect -> effect.toTraceEntry().stream())
                .toList();
    }

    /** {@return the captured effect trace, which is then empty (spec 21 §17)} */
    public List<EffectTraceEntry> drainEffectTrace() {
        List<EffectTraceEntry> drained = effectTrace();
        effectTrace.clear();
        return drained;
    }

    public List<OutputConditionCheck> checks() {
        return checks.toList();
    }

    public List<OutputConditionCheck> drainChecks() {
        List<OutputConditionCheck> drained = checks();
        checks.clear();
        return drained;
    }

    public List<DelegationAuditRecord> delegations() {
        return handoffs.records();
    }

    /** {@return the machine-level authority records} */
    public List<AuthorityAuditRecord> authority() {
        return authority.toList();
    }

    /**
     * {@return the runtime logs as wire records}
     *
     * @param sessionAuthority one authority log per session, ascending by session id
     */
    public SemanticLogs logs(List<List<AuthorityAuditRecord>> sessionAuthority) {
        List<EffectRecord> recorded = effects.records().toList();
        return new SemanticLogs(
                AuthorityLog.combined(authority(), sessionAuthority),
                delegations(),
                recorded.stream()
                        .map(effect -> effect.toOperation(handoffs.dependentsOf(effect)))
                        .toList(),
                recorded.stream().map(EffectRecord::toOutstandingEffect).toList(),
                checks(),
                progress.contracts(),
                progress.transitions());
    }
}
