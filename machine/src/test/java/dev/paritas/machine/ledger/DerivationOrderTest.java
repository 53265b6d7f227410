package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.machine.ledger.AuthorityAuditRecord.AuthorityEvent;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.object.AgreementState.FinalizationOutcome;
import dev.paritas.semanticobjects.object.AuthoritativeRead;
import dev.paritas.semanticobjects.object.AuthoritativeRead.AuthoritativeReadLifecycle;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.semanticobjects.object.MaterializationProof;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.object.PublicationEvent;
import dev.paritas.semanticobjects.object.PublicationEvent.PublicationObserverClass;
import dev.paritas.semanticobjects.object.PublicationEvent.PublicationStatus;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Order, gates and queries of derived bundles (spec 30 §10-§14, §19.4, §20). */
class DerivationOrderTest {
    private static OutputConditionCheck check(String predicate, boolean passed) {
        return new OutputConditionCheck(new OutputConditionCheck.Meta(predicate, null, "d"), passed);
    }

    @Test
    void deriving_twice_gives_equal_bundles_and_consumes_no_id() {
        Script script = Script.sixRounds(Retention.full());
        long next = script.ledger.nextEffectId();

        assertThat(script.bundle()).isEqualTo(script.bundle());
        assertThat(script.ledger.nextEffectId()).isEqualTo(next);
    }

    @Test
    void publications_order_by_text_where_a_digit_precedes_the_colon() {
        List<String> ids = Script.sixRounds(Retention.full()).bundle().publicationEvents().stream()
                .map(PublicationEvent::publicationId)
                .toList();

        assertThat(ids.indexOf("effect:10:effect.succeeded")).isLessThan(ids.indexOf("effect:1:effect.succeeded"));
        assertThat(ids.indexOf("effect:1:effect.succeeded")).isLessThan(ids.indexOf("effect:2:effect.succeeded"));
    }

    @Test
    void ids_order_by_code_point() {
        SemanticLedger ledger = new SemanticLedger(Retention.full(), EffectCapture.FULL);
        ledger.recordCheck(check("\uD83D\uDE00", true));
        ledger.recordCheck(check("\uFF21", true));
        SemanticObjects bundle = SemanticDerivation.derive(ledger.logs(List.of()));

        assertThat(bundle.materializationProofs())
                .extracting(MaterializationProof::predicateRef)
                .containsExactly("\uFF21", "\uD83D\uDE00");
    }

    @Test
    void a_failed_output_condition_rejects_its_publication() {
        Script script = Script.recording();
        script.round();
        script.sendExchange("A", "B", "msg", Value.UNIT);
        script.hint("A");
        script.ledger.recordCheck(new OutputConditionCheck(Script.PASSED.meta(), false));
        SemanticObjects bundle = script.bundle();
        String id = "materialization:protocol_machine.observable_output:machine.output_digest.unspecified";

        assertThat(bundle.operationInstances())
                .filteredOn(operation -> operation.operationId().equals(id))
                .singleElement()
                .satisfies(operation -> {
                    assertThat(operation.phase()).isEqualTo(OperationPhase.FAILED);
                    assertThat(operation.terminalPublication()).isEqualTo("materialization.failed");
                });
        assertThat(bundle.publicationEvents())
                .filteredOn(publication -> publication.operationId().equals(id))
                .singleElement()
                .satisfies(publication -> {
                    assertThat(publication.status()).isEqualTo(PublicationStatus.REJECTED);
                    assertThat(publication.reason()).isEqualTo("proof-bearing success required");
                    assertThat(publication.observerClass()).isEqualTo(PublicationObserverClass.AUDIT);
                });
        assertThat(bundle.canonicalHandles()).isEmpty();
        assertThat(bundle.authoritativeReads())
                .extracting(AuthoritativeRead::lifecycle)
                .containsExactly(AuthoritativeReadLifecycle.REJECTED);
        assertThat(bundle.agreementStates())
                .filteredOn(state -> state.operationId().equals(id))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.level()).isEqualTo(AgreementLevel.PROVISIONAL);
                    assertThat(state.finalization()).isEqualTo(FinalizationOutcome.ABORTED);
                });
        assertThat(new FinalizationView(bundle).path(id))
                .hasValueSatisfying(path -> assertThat(path.stage()).isEqualTo(FinalizationStage.REJECTED));
        assertThat(new SemanticQueries(bundle).everyExplicitFinalizationIsSettled())
                .isTrue();
    }

    @Test
    void witnesses_become_reads_by_event_and_session_records_come_first() {
        ReadinessWitness witness = new ReadinessWitness(1, 0, "host/A", 0, OwnershipScope.SESSION, "session.ready");
        TimeoutWitness timeout = new TimeoutWitness(0, "A", 1, 4);
        List<AuthorityAuditRecord> combined = AuthorityLog.combined(
                List.of(
                        new AuthorityAuditRecord(1L, timeout, AuthorityEvent.ISSUED, null),
                        new AuthorityAuditRecord(4L, timeout, AuthorityEvent.EXPIRED, "timeout horizon elapsed")),
                List.of(List.of(
                        new AuthorityAuditRecord(null, witness, AuthorityEvent.ISSUED, null),
                        new AuthorityAuditRecord(null, witness, AuthorityEvent.CONSUMED, null),
                        new AuthorityAuditRecord(null, witness, AuthorityEvent.REJECTED, "witness already consumed"))));
        SemanticLogs logs =
                new SemanticLogs(combined, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        SemanticObjects bundle = SemanticDerivation.derive(logs);

        assertThat(combined.getFirst().artifact()).isEqualTo(witness);
        assertThat(bundle.authoritativeReads())
                .extracting(AuthoritativeRead::readId)
                .containsExactly(
                        "readiness:1:Consumed", "readiness:1:Issued", "readiness:1:Rejected", "timeout:0:Issued");
        assertThat(bundle.regions()).singleElement().satisfies(region -> {
            assertThat(region.ownerId()).isEqualTo("host/A");
            assertThat(region.authoritativeReadIds()).hasSize(3);
        });
        assertThat(SemanticAudit.log(logs, List.of()))
                .extracting(SemanticAuditRecord::sortTick)
                .containsExactly(0L, 0L, 0L, 1L, 4L);
    }

    @Test
    void observations_of_one_tick_order_by_their_text() {
        List<Long> thirdTick = Script.sixRounds(Retention.full()).audit().stream()
                .filter(SemanticAuditRecord.EffectObservation.class::isInstance)
                .map(SemanticAuditRecord.EffectObservation.class::cast)
                .filter(observation -> observation.orderingKey() == 3)
                .map(SemanticAuditRecord.EffectObservation::effectId)
                .toList();

        assertThat(thirdTick).containsExactly(10L, 11L, 8L, 9L);
        assertThat(Script.sixRounds(Retention.full()).audit()).hasSize(36);
    }

    @Test
    void a_plain_run_is_usable_but_not_backed() {
        SemanticObjects bundle = Script.sixRounds(Retention.full()).bundle();
        SemanticQueries queries = new SemanticQueries(bundle);

        assertThat(bundle.operationInstances()).allMatch(queries::isProvisionallyUsable);
        assertThat(bundle.operationInstances()).noneMatch(queries::isFinalizationBacked);
        assertThat(queries.everyParityCriticalOperationIsTracked()).isTrue();
        assertThat(queries.everyExplicitFinalizationIsSettled()).isTrue();
        for (OperationInstance operation : bundle.operationInstances()) {
            boolean aligned = bundle.agreementStates().stream()
                    .anyMatch(state -> AgreementRules.isCommitmentAligned(operation, state));
            assertThat(aligned).isEqualTo(operation.requiresProof());
        }
    }

    @Test
    void reads_and_handles_are_required_with_their_own_texts() {
        SemanticQueries queries =
                new SemanticQueries(Script.sixRounds(Retention.full()).bundle());

        assertThat(queries.requireCanonicalHandle("materialization:machine.output_digest.unspecified")
                        .proofRef())
                .isEqualTo("protocol_machine.observable_output:machine.output_digest.unspecified");
        assertThatThrownBy(() -> queries.requireAuthoritativeRead("effect:1"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(
                                        refusal.only(SemanticQueryProblem.class).failure())
                                .isEqualTo(EffectFailure.contractViolation(
                                        "observed read `effect:1` may not be consumed on a canonical semantic path; "
                                                + "materialize it through authoritative evidence first")));
        assertThatThrownBy(() -> queries.requireAuthoritativeRead("x")).hasMessage("semantic read `x` is unknown");
        assertThatThrownBy(() -> queries.requireCanonicalHandle("x"))
                .hasMessage("canonical handle `x` is required on this parity-critical path");
    }
}
