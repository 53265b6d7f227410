package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.AgreementEvidence;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.object.PublicationEvent.PublicationStatus;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.value.Endpoint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Operations that are not one effect's own: shared by write-ahead records, or made by handoffs (spec 30 §7.8, §8.2). */
class SharedOperationTest {
    private static final DelegationReceipt RECEIPT =
            new DelegationReceipt(0, 0, new Endpoint(0, "A"), 0, 1, OwnershipScope.fragment("A"));

    private static SemanticLedger ledger() {
        return new SemanticLedger(Retention.full(), EffectCapture.FULL);
    }

    private static SemanticObjects bundle(SemanticLedger ledger) {
        return SemanticDerivation.derive(ledger.logs(List.of()));
    }

    private static EffectRequest walSync(long tick, String operationId) {
        WalSyncRequest sync =
                new WalSyncRequest(operationId, "coro:0", AgreementLevel.SOFT_SAFE, null, List.of(), tick);
        return new EffectRequest(
                null, tick, null, operationId, EffectKind.WAL_SYNC.metadata(), new EffectRequestBody.WalSync(sync));
    }

    private static List<OperationInstance> operations(SemanticObjects bundle, String id) {
        return bundle.operationInstances().stream()
                .filter(operation -> operation.operationId().equals(id))
                .toList();
    }

    private static List<ProgressContract> contracts(SemanticObjects bundle, String id) {
        return bundle.progressContracts().stream()
                .filter(contract -> contract.operationId().equals(id))
                .toList();
    }

    @Test
    void a_write_ahead_record_joins_the_contract_of_the_effect_it_names() {
        SemanticLedger ledger = ledger();
        long own = ledger.issue(1, "h", EffectKind.SEND_DECISION, 0L, JsonValue.NULL, null);
        ledger.complete(1, own, OutstandingEffectStatus.SUCCEEDED, JsonValue.NULL);
        ledger.recordExchange(
                2, "h", walSync(2, "effect:0"), EffectOutcome.success(new EffectResponse.WalSync()), null);
        SemanticObjects bundle = bundle(ledger);

        assertThat(operations(bundle, "effect:0"))
                .extracting(OperationInstance::kind)
                .containsExactly("sendDecision", "sync");
        assertThat(contracts(bundle, "effect:0"))
                .filteredOn(contract -> contract.session() != null)
                .singleElement()
                .satisfies(contract -> assertThat(contract.lastProgressTick()).isEqualTo(2));
        assertThat(contracts(bundle, "effect:0"))
                .as("the record without session is not tracked by the raw contract")
                .hasSize(2);
    }

    @Test
    void a_waiting_write_ahead_record_moves_only_the_first_operation() {
        SemanticLedger ledger = ledger();
        long own = ledger.issue(1, "h", EffectKind.SEND_DECISION, 0L, JsonValue.NULL, null);
        ledger.complete(1, own, OutstandingEffectStatus.SUCCEEDED, JsonValue.NULL);
        ledger.recordExchange(2, "h", walSync(2, "effect:0"), EffectOutcome.blocked(), null);
        for (int tick = 2; tick <= 5; tick++) {
            ledger.progressCheck(tick);
        }
        SemanticObjects bundle = bundle(ledger);

        assertThat(bundle.outstandingEffects())
                .extracting(OutstandingEffect::status)
                .containsExactly(OutstandingEffectStatus.SUCCEEDED, OutstandingEffectStatus.INVALIDATED);
        assertThat(operations(bundle, "effect:0"))
                .extracting(OperationInstance::phase)
                .containsExactly(OperationPhase.TIMED_OUT, OperationPhase.BLOCKED);
        assertThat(bundle.progressTransitions().get(1))
                .isEqualTo(new ProgressTransition(
                        "effect:0", null, ProgressState.SUCCEEDED, ProgressState.BLOCKED, 2, null));
        assertThat(contracts(bundle, "effect:0").getFirst().session()).isEqualTo(0);
    }

    @Test
    void an_operation_id_of_its_own_gets_a_contract_of_its_own() {
        SemanticLedger ledger = ledger();
        EffectOutcome done = EffectOutcome.success(new EffectResponse.WalSync());
        ledger.recordExchange(1, "h", walSync(1, "wal_sync:coro:0"), done, null);
        ledger.recordExchange(4, "h", walSync(4, "wal_sync:coro:0"), done, null);

        assertThat(contracts(bundle(ledger), "wal_sync:coro:0"))
                .singleElement()
                .satisfies(contract -> assertThat(contract.lastProgressTick()).isEqualTo(4));
    }

    @Test
    void a_name_given_before_its_effect_exists_keeps_the_contract() {
        SemanticLedger ledger = ledger();
        ledger.recordExchange(
                1, "h", walSync(1, "effect:1"), EffectOutcome.success(new EffectResponse.WalSync()), null);
        ledger.issue(3, "h", EffectKind.SEND_DECISION, null, JsonValue.NULL, null);
        SemanticObjects bundle = bundle(ledger);

        assertThat(contracts(bundle, "effect:1").getFirst().state()).isEqualTo(ProgressState.PENDING);
        assertThat(bundle.progressTransitions())
                .singleElement()
                .satisfies(transition -> assertThat(transition.operationId()).isEqualTo("effect:1"));
    }

    @Test
    void a_handoff_transports_what_is_pending_and_invalidates_what_is_blocked() {
        SemanticLedger ledger = ledger();
        ledger.issue(1, "h", EffectKind.SEND_DECISION, 0L, JsonValue.NULL, "host/A");
        long blocked = ledger.issue(1, "h", EffectKind.SEND_DECISION, 0L, JsonValue.NULL, "host/A");
        ledger.complete(1, blocked, OutstandingEffectStatus.BLOCKED, EffectPayloads.blocked());
        long done = ledger.issue(1, "h", EffectKind.SEND_DECISION, 0L, JsonValue.NULL, "host/A");
        ledger.complete(1, done, OutstandingEffectStatus.SUCCEEDED, JsonValue.NULL);
        ledger.handoffCommitted(3, RECEIPT);
        ledger.issue(3, "h", EffectKind.SEND_DECISION, 0L, JsonValue.NULL, "host/A");
        SemanticObjects bundle = bundle(ledger);

        assertThat(bundle.outstandingEffects())
                .extracting(OutstandingEffect::ownerId)
                .containsExactly("coro:1", "coro:1", "host/A", "host/A");
        assertThat(bundle.outstandingEffects().get(1).outputs().compactText())
                .isEqualTo("{\"activated_owner_id\":\"coro:1\",\"handoff_id\":0,"
                        + "\"reason\":\"semantic handoff invalidated blocked effect\","
                        + "\"revoked_owner_id\":\"coro:0\",\"status\":\"invalidated\"}");
        assertThat(bundle.operationInstances())
                .filteredOn(operation -> operation.operationId().startsWith("effect:"))
                .extracting(OperationInstance::dependentOperationIds)
                .containsExactly(List.of("handoff:0"), List.of("handoff:0"), List.of("handoff:0"), List.of());
        assertThat(bundle.operationInstances().get(1).phase()).isEqualTo(OperationPhase.FAILED);
        assertThat(bundle.transformationObligations()).singleElement().satisfies(obligation -> {
            assertThat(obligation.affectedEffectIds()).containsExactly(0L, 1L, 2L, 3L);
            assertThat(obligation.transportedEffectIds()).containsExactly(0L, 3L);
            assertThat(obligation.invalidatedEffectIds()).containsExactly(1L);
        });
        assertThatThrownBy(() -> ledger.complete(4, blocked, OutstandingEffectStatus.SUCCEEDED, JsonValue.NULL))
                .hasMessage("[host-contract] late result for effect 1 rejected after Invalidated");
    }

    @Test
    void a_rolled_back_delegation_is_published_without_a_handle() {
        SemanticLedger ledger = ledger();
        ledger.handoffRolledBack(2, RECEIPT, "transfer fault: delegation guard violation after transfer");
        SemanticObjects bundle = bundle(ledger);

        assertThat(bundle.publicationEvents()).singleElement().satisfies(publication -> {
            assertThat(publication.status()).isEqualTo(PublicationStatus.PUBLISHED);
            assertThat(publication.proofRef()).isEqualTo("handoff:0");
            assertThat(publication.handleRef()).isNull();
        });
        assertThat(bundle.agreementEvidence())
                .extracting(AgreementEvidence::level)
                .containsExactly(AgreementLevel.PROVISIONAL);
        assertThat(bundle.transformationObligations())
                .extracting(obligation -> obligation.witnessPolicy())
                .containsExactly("rollback");
        assertThat(contracts(bundle, "handoff:0")).singleElement().satisfies(contract -> {
            assertThat(contract.state()).isEqualTo(ProgressState.HANDED_OFF);
            assertThat(contract.reason()).startsWith("transfer fault");
        });
        assertThat(new FinalizationView(bundle).path("handoff:0"))
                .hasValueSatisfying(path -> assertThat(path.stage()).isEqualTo(FinalizationStage.MATERIALIZED));
    }

    @Test
    void each_raw_effect_has_its_operation_its_read_and_its_contract() {
        SemanticObjects bundle = Script.sixRounds(Retention.full()).bundle();
        Set<String> operations = Set.copyOf(bundle.operationInstances().stream()
                .map(OperationInstance::operationId)
                .toList());
        Set<String> contracts = Set.copyOf(bundle.progressContracts().stream()
                .map(ProgressContract::operationId)
                .toList());

        assertThat(bundle.outstandingEffects()).allSatisfy(effect -> {
            assertThat(operations).contains(effect.operationId());
            assertThat(contracts).contains(effect.operationId());
        });
        assertThat(bundle.outstandingEffects())
                .extracting(OutstandingEffect::effectId)
                .isEqualTo(bundle.observedReads().stream()
                        .map(read -> read.effectId())
                        .sorted()
                        .toList());
    }
}
