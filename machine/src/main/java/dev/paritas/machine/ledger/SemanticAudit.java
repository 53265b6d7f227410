package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.PublicationEvent;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The semantic audit log: logs, derived publications and selected trace events in one total order (spec 30 §14). */
public final class SemanticAudit {
    private SemanticAudit() {}

    /** A record with its compact declaration-order text, by which records of one tick and rank are ordered. */
    private static final class Keyed {
        static final Comparator<Keyed> ORDER = ((Comparator<Keyed>)
                        (left, right) -> Long.compareUnsigned(left.entry.sortTick(), right.entry.sortTick()))
                .thenComparingInt(keyed -> keyed.entry.rank())
                .thenComparing(keyed -> keyed.text, Arrays::compareUnsigned);

        final SemanticAuditRecord entry;
        private final byte[] text;

        Keyed(SemanticAuditRecord entry) {
            this.entry = entry;
            this.text = JsonOutput.declaredBytes(SemanticAuditRecord.CODEC, entry);
        }
    }

    /**
     * {@return the audit log of a run}
     *
     * @param trace the machine's observable events in order
     */
    public static List<SemanticAuditRecord> log(SemanticLogs logs, List<ObservableEvent> trace) {
        List<SemanticAuditRecord> entries = new ArrayList<>();
        logs.authority().forEach(audited -> entries.add(authority(audited)));
        logs.delegations().forEach(delegation -> entries.add(delegation(delegation)));
        SemanticObjects derived = SemanticDerivation.derive(logs.withoutChecks());
        derived.transformationObligations()
                .forEach(obligation -> entries.add(
                        new SemanticAuditRecord.Obligation(obligation.tick(), obligation.session(), obligation)));
        addPublications(derived.publicationEvents(), logs, entries);
        logs.transitions()
                .forEach(transition -> entries.add(
                        new SemanticAuditRecord.Progress(transition.tick(), transition.session(), transition)));
        trace.forEach(event -> ofEvent(event).ifPresent(entries::add));
        logs.effects().forEach(effect -> entries.add(observation(effect)));
        return entries.stream()
                .map(Keyed::new)
                .sorted(Keyed.ORDER)
                .map(keyed -> keyed.entry)
                .toList();
    }

    private static SemanticAuditRecord authority(AuthorityAuditRecord audited) {
        OptionalLong session = audited.artifact().session();
        return new SemanticAuditRecord.Authority(
                audited.tick(),
                session.isPresent() ? session.getAsLong() : null,
                audited.artifact(),
                audited.event(),
                audited.reason());
    }

    private static SemanticAuditRecord delegation(DelegationAuditRecord delegation) {
        return new SemanticAuditRecord.Delegation(
                delegation.tick(),
                delegation.receipt().session(),
                delegation.receipt(),
                delegation.status(),
                delegation.reason());
    }

    /** A publication happened when the first recorded effect of its operation ended; handoffs have none. */
    private static void addPublications(
            List<PublicationEvent> publications, SemanticLogs logs, List<SemanticAuditRecord> entries) {
        Map<String, OperationInstance> operations = new HashMap<>();
        logs.operations().forEach(operation -> operations.putIfAbsent(operation.operationId(), operation));
        Map<Long, OutstandingEffect> effects = new HashMap<>();
        logs.effects().forEach(effect -> effects.putIfAbsent(effect.effectId(), effect));
        for (PublicationEvent publication : publications) {
            OperationInstance operation = operations.get(publication.operationId());
            long tick = operation == null ? 0 : tick(operation, effects);
            entries.add(new SemanticAuditRecord.Publication(tick, publication.session(), publication));
        }
    }

    private static long tick(OperationInstance operation, Map<Long, OutstandingEffect> effects) {
        for (Long id : operation.effectIds()) {
            OutstandingEffect effect = effects.get(id);
            if (effect != null) {
                Long completed = effect.completedAtTick();
                return completed == null ? effect.orderingKey() : completed;
            }
        }
        return 0;
    }

    private static Optional<SemanticAuditRecord> ofEvent(ObservableEvent event) {
        return switch (event) {
            case ObservableEvent.FailureBranchEntered e ->
                Optional.of(new SemanticAuditRecord.FailureBranch(e.tick(), e.session(), e.coroId(), e.fault()));
            case ObservableEvent.TimeoutIssued e ->
                Optional.of(new SemanticAuditRecord.TimeoutIssued(e.tick(), e.site(), e.untilTick(), e.witnessId()));
            case ObservableEvent.CancellationRequested e ->
                Optional.of(new SemanticAuditRecord.CancellationRequested(
                        e.tick(), e.session(), e.witnessId(), e.ownerId(), e.reason()));
            case ObservableEvent.Cancelled e ->
                Optional.of(new SemanticAuditRecord.Cancelled(e.tick(), e.session(), e.witnessId(), e.reason()));
            case ObservableEvent.SessionTerminal e ->
                Optional.of(new SemanticAuditRecord.SessionTerminal(e.tick(), e.session(), e.reason()));
            case ObservableEvent.Sent ignored -> Optional.empty();
            case ObservableEvent.Received ignored -> Optional.empty();
            case ObservableEvent.Offered ignored -> Optional.empty();
            case ObservableEvent.Chose ignored -> Optional.empty();
            case ObservableEvent.Opened ignored -> Optional.empty();
            case ObservableEvent.Closed ignored -> Optional.empty();
            case ObservableEvent.EpochAdvanced ignored -> Optional.empty();
            case ObservableEvent.Halted ignored -> Optional.empty();
            case ObservableEvent.Invoked ignored -> Optional.empty();
            case ObservableEvent.Acquired ignored -> Optional.empty();
            case ObservableEvent.Released ignored -> Optional.empty();
            case ObservableEvent.Transferred ignored -> Optional.empty();
            case ObservableEvent.Forked ignored -> Optional.empty();
            case ObservableEvent.Joined ignored -> Optional.empty();
            case ObservableEvent.Aborted ignored -> Optional.empty();
            case ObservableEvent.Tagged ignored -> Optional.empty();
            case ObservableEvent.Checked ignored -> Optional.empty();
            case ObservableEvent.Faulted ignored -> Optional.empty();
            case ObservableEvent.OutputConditionChecked ignored -> Optional.empty();
        };
    }

    private static SemanticAuditRecord observation(OutstandingEffect effect) {
        return new SemanticAuditRecord.EffectObservation(
                effect.effectId(),
                effect.orderingKey(),
                effect.session(),
                effect.effectKind(),
                effect.effectInterface(),
                effect.effectOperation(),
                effect.handlerIdentity(),
                effect.inputs(),
                effect.outputs());
    }
}
