package dev.paritas.machine.ledger;

import dev.paritas.machine.ledger.AuthorityAuditRecord.AuthorityEvent;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.object.AuthoritativeRead;
import dev.paritas.semanticobjects.object.AuthoritativeRead.AuthoritativeReadKind;
import dev.paritas.semanticobjects.object.AuthoritativeRead.AuthoritativeReadLifecycle;
import dev.paritas.semanticobjects.object.ObservedRead;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Authoritative reads of witnesses and output conditions, observed reads of effects (spec 30 §10 steps 4-5). */
final class DerivedReads {
    private DerivedReads() {}

    static List<AuthoritativeRead> authoritative(
            List<AuthorityAuditRecord> authority, List<OutputConditionCheck> checks) {
        List<AuthoritativeRead> reads = new ArrayList<>();
        for (AuthorityAuditRecord audited : authority) {
            lifecycle(audited.event())
                    .flatMap(stage -> witnessRead(audited, stage))
                    .ifPresent(reads::add);
        }
        checks.forEach(check -> reads.add(outputConditionRead(check)));
        return reads;
    }

    private static Optional<AuthoritativeReadLifecycle> lifecycle(AuthorityEvent event) {
        return switch (event) {
            case ISSUED -> Optional.of(AuthoritativeReadLifecycle.ISSUED);
            case CONSUMED -> Optional.of(AuthoritativeReadLifecycle.CONSUMED);
            case REJECTED -> Optional.of(AuthoritativeReadLifecycle.REJECTED);
            case INVALIDATED, COMMITTED, ROLLED_BACK, EXPIRED -> Optional.empty();
        };
    }

    private static Optional<AuthoritativeRead> witnessRead(
            AuthorityAuditRecord audited, AuthoritativeReadLifecycle stage) {
        String event = AuthorityEvent.CODEC.word(audited.event());
        return switch (audited.artifact()) {
            case ReadinessWitness witness ->
                Optional.of(new AuthoritativeRead(
                        readId("readiness", witness.witnessId(), event),
                        witness.sessionId(),
                        witness.ownerId(),
                        AuthoritativeReadKind.READINESS,
                        stage,
                        witness.predicateRef(),
                        witness.witnessId(),
                        witness.generation(),
                        audited.reason()));
            case CancellationWitness witness ->
                Optional.of(new AuthoritativeRead(
                        readId("cancellation", witness.witnessId(), event),
                        witness.sessionId(),
                        witness.ownerId(),
                        AuthoritativeReadKind.CANCELLATION,
                        stage,
                        null,
                        witness.witnessId(),
                        witness.generation(),
                        audited.reason()));
            case TimeoutWitness witness ->
                Optional.of(new AuthoritativeRead(
                        readId("timeout", witness.witnessId(), event),
                        null,
                        null,
                        AuthoritativeReadKind.TIMEOUT,
                        stage,
                        null,
                        witness.witnessId(),
                        null,
                        audited.reason()));
            case OwnershipCapability ignored -> Optional.empty();
            case OwnershipReceipt ignored -> Optional.empty();
        };
    }

    private static String readId(String kind, long witnessId, String event) {
        return kind + ":" + Long.toUnsignedString(witnessId) + ":" + event;
    }

    private static AuthoritativeRead outputConditionRead(OutputConditionCheck check) {
        return new AuthoritativeRead(
                "output_condition:" + DerivedProofs.proofId(check),
                null,
                null,
                AuthoritativeReadKind.OUTPUT_CONDITION,
                check.passed() ? AuthoritativeReadLifecycle.VERIFIED : AuthoritativeReadLifecycle.REJECTED,
                check.meta().predicateRef(),
                null,
                null,
                check.passed() ? null : "output condition failed");
    }

    static List<ObservedRead> observed(List<OutstandingEffect> effects) {
        return effects.stream()
                .map(effect -> new ObservedRead(
                        "effect:" + Long.toUnsignedString(effect.effectId()),
                        effect.session(),
                        effect.effectId(),
                        effect.effectInterface(),
                        effect.effectOperation(),
                        effect.handlerIdentity(),
                        effect.status()))
                .toList();
    }
}
