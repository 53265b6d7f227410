package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waiting effects escalate one state per tick, and their end is final (spec 30 §7.4-§8.3). */
class ProgressTimingTest {
    private static final String WAITING = "waiting on bounded semantic-path effect";
    private static final String NO_PROGRESS = "no progress observed within bounded wait budget";

    private static OperationInstance operation(SemanticObjects bundle, String id) {
        return bundle.operationInstances().stream()
                .filter(operation -> operation.operationId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ProgressContract contract(SemanticObjects bundle, String id) {
        return bundle.progressContracts().stream()
                .filter(contract -> contract.operationId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static OutstandingEffect effect(SemanticObjects bundle, long id) {
        return bundle.outstandingEffects().stream()
                .filter(effect -> effect.effectId() == id)
                .findFirst()
                .orElseThrow();
    }

    /** The second send of a sender whose receiver is paused, in a buffer of one. */
    private static Script refusedByTheBuffer() {
        Script script = Script.recording();
        script.round().send("A", "B", "m", Value.UNIT);
        script.round().invoke("A", 0);
        script.round();
        script.sendExchange("A", "B", "m", Value.UNIT);
        long id = script.ledger.issue(
                3, Script.HANDLER, EffectKind.SEND_DECISION, 0L, EffectPayloads.message(0, "A", "B", "m"), null);
        script.ledger.complete(3, id, OutstandingEffectStatus.BLOCKED, EffectPayloads.blocked("buffer would block"));
        return script.endRound();
    }

    @Test
    void a_full_buffer_blocks_at_once_and_shows_no_progress_a_tick_later() {
        Script script = refusedByTheBuffer();
        script.round();
        SemanticObjects bundle = script.bundle();

        assertThat(effect(bundle, 9).status()).isEqualTo(OutstandingEffectStatus.SUCCEEDED);
        assertThat(effect(bundle, 10).status()).isEqualTo(OutstandingEffectStatus.BLOCKED);
        assertThat(bundle.progressTransitions())
                .containsExactly(
                        new ProgressTransition(
                                "effect:10", 0L, ProgressState.PENDING, ProgressState.BLOCKED, 3, "buffer would block"),
                        new ProgressTransition(
                                "effect:10", 0L, ProgressState.BLOCKED, ProgressState.NO_PROGRESS, 4, NO_PROGRESS));
        assertThat(contract(bundle, "effect:10").escalatedAtTick()).isEqualTo(4);
        assertThat(contract(bundle, "effect:10").lastProgressTick()).isEqualTo(3);
        assertThat(operation(bundle, "effect:10").phase()).isEqualTo(OperationPhase.BLOCKED);
        assertThat(operation(bundle, "effect:10").terminalPublication()).isEqualTo("effect.no_progress");
    }

    @Test
    void the_check_at_the_end_of_the_round_replaces_the_reason_without_a_transition() {
        SemanticObjects bundle = refusedByTheBuffer().bundle();

        assertThat(contract(bundle, "effect:10").reason()).isEqualTo(WAITING);
        assertThat(contract(bundle, "effect:10").state()).isEqualTo(ProgressState.BLOCKED);
        assertThat(bundle.progressTransitions()).hasSize(1);
    }

    @Test
    void a_refused_send_times_out_although_its_retry_succeeded() {
        Script script = Script.recording();
        script.round(new TopologyEvent.Partition("A", "B"));
        long refused = script.sendExchange("A", "B", "msg", Value.UNIT);
        script.ledger.override(
                1, refused, OutstandingEffectStatus.BLOCKED, EffectPayloads.blocked("topology unavailable"));
        script.endRound();
        script.round(new TopologyEvent.Heal("A", "B")).endRound();
        script.round().send("A", "B", "msg", Value.UNIT);
        script.round();
        SemanticObjects bundle = script.bundle();

        assertThat(bundle.progressTransitions())
                .extracting(ProgressTransition::tick, ProgressTransition::fromState, ProgressTransition::toState)
                .containsExactly(
                        tuple(1L, ProgressState.SUCCEEDED, ProgressState.BLOCKED),
                        tuple(2L, ProgressState.BLOCKED, ProgressState.NO_PROGRESS),
                        tuple(3L, ProgressState.NO_PROGRESS, ProgressState.DEGRADED),
                        tuple(4L, ProgressState.DEGRADED, ProgressState.TIMED_OUT));
        assertThat(effect(bundle, 2).status()).isEqualTo(OutstandingEffectStatus.INVALIDATED);
        assertThat(effect(bundle, 2).orderingKey()).isEqualTo(4);
        assertThat(effect(bundle, 2).completedAtTick()).isEqualTo(4);
        assertThat(effect(bundle, 6).status()).isEqualTo(OutstandingEffectStatus.SUCCEEDED);
        assertThat(operation(bundle, "effect:2").phase()).isEqualTo(OperationPhase.TIMED_OUT);
        assertThatThrownBy(() -> script.ledger.complete(4, 2, OutstandingEffectStatus.SUCCEEDED, JsonValue.NULL))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().code()).isEqualTo("LATE_RESULT");
                    assertThat(refusal.only(HostContractProblem.class).failure().displayText())
                            .isEqualTo("ContractViolation: [host-contract] late result for effect 2 rejected after"
                                    + " Invalidated");
                });
    }

    @Test
    void a_blocked_receive_opens_its_contract_blocked_and_its_failure_has_no_reason() {
        Script script = Script.recording();
        script.round().send("A", "B", "msg", Value.UNIT);
        script.round();
        script.exchange(
                0L,
                new EffectRequestBody.Receive("B", "A", "msg", Script.registers("B"), Value.UNIT),
                EffectOutcome.blocked());
        long failed = script.ledger.issue(
                2, Script.HANDLER, EffectKind.HANDLE_RECV, 0L, EffectPayloads.message(0, "A", "B", "msg"), null);
        EffectFailure failure = EffectFailure.contractViolation("handle_recv returned blocked");
        script.ledger.complete(2, failed, OutstandingEffectStatus.FAILED, EffectPayloads.failure(failure));
        SemanticObjects bundle = script.bundle();

        assertThat(contract(bundle, "effect:5").state()).isEqualTo(ProgressState.BLOCKED);
        assertThat(contract(bundle, "effect:5").escalatedAtTick()).isEqualTo(2);
        assertThat(effect(bundle, 5).completedAtTick()).isEqualTo(2);
        assertThat(bundle.progressTransitions())
                .containsExactly(
                        new ProgressTransition("effect:6", 0L, ProgressState.PENDING, ProgressState.FAILED, 2, null));
    }

    @Test
    void a_pending_effect_walks_through_every_state_from_any_start() {
        for (long start : new long[] {0, 1, 7, Long.MAX_VALUE, -6}) {
            SemanticLedger ledger = new SemanticLedger(Retention.full(), EffectCapture.FULL);
            ledger.issue(start, "h", EffectKind.INVOKE_STEP, null, JsonValue.NULL, null);
            for (int i = 0; i <= 4; i++) {
                ledger.progressCheck(start + i);
                ledger.progressCheck(start + i);
            }
            SemanticObjects bundle = SemanticDerivation.derive(ledger.logs(List.of()));

            assertThat(bundle.progressTransitions())
                    .extracting(transition -> transition.toState())
                    .containsExactly(
                            ProgressState.BLOCKED,
                            ProgressState.NO_PROGRESS,
                            ProgressState.DEGRADED,
                            ProgressState.TIMED_OUT);
            assertThat(contract(bundle, "effect:0").lastProgressTick()).isEqualTo(start);
            assertThat(contract(bundle, "effect:0").escalatedAtTick()).isEqualTo(start + 4);
            assertThat(effect(bundle, 0).outputs().compactText())
                    .isEqualTo("{\"reason\":\"bounded wait exhausted; late results are invalid\","
                            + "\"status\":\"invalidated\"}");
        }
    }

    @Test
    void completion_and_override_need_a_record() {
        SemanticLedger ledger = new SemanticLedger(Retention.full(), EffectCapture.FULL);

        assertThatThrownBy(() -> ledger.complete(1, 7, OutstandingEffectStatus.SUCCEEDED, JsonValue.NULL))
                .isInstanceOf(ProblemException.class)
                .hasMessage("[host-contract] completion for effect 7 requires a live outstanding-effect record");
        assertThatThrownBy(() -> ledger.override(1, 7, OutstandingEffectStatus.SUCCEEDED, JsonValue.NULL))
                .isInstanceOf(ProblemException.class)
                .hasMessage("[host-contract] override for effect 7 requires a live outstanding-effect record");
    }

    @Test
    void a_failed_exchange_leaves_its_message_as_the_reason() {
        Script script = Script.recording();
        script.round();
        script.exchange(
                0L,
                new EffectRequestBody.InvokeStep("A", Script.registers("A")),
                EffectOutcome.failure(new EffectFailure(EffectFailureKind.DENIED, "nope")));
        SemanticObjects bundle = script.bundle();

        assertThat(contract(bundle, "effect:1").state()).isEqualTo(ProgressState.FAILED);
        assertThat(contract(bundle, "effect:1").reason()).isEqualTo("nope");
        assertThat(operation(bundle, "effect:1").terminalPublication()).isEqualTo("effect.failed");
    }

    @Test
    void a_second_acquire_in_a_session_is_refused_while_the_first_waits() {
        Script script = Script.recording();
        script.round();
        long waiting = script.exchange(
                0L, new EffectRequestBody.Acquire("A", "layer", Script.registers("A")), EffectOutcome.blocked());

        assertThat(script.ledger.admit(EffectKind.HANDLE_RELEASE.metadata(), 0L, null))
                .hasValueSatisfying(failure -> assertThat(failure.displayText())
                        .isEqualTo("ContractViolation: reentrancy rejected for effect " + waiting
                                + " on footprint session:0"));
        assertThat(script.ledger.admit(EffectKind.HANDLE_RELEASE.metadata(), 1L, null))
                .isEmpty();
        assertThat(script.ledger.admit(EffectKind.SEND_DECISION.metadata(), 0L, null))
                .isEmpty();
        for (int tick = 2; tick <= 4; tick++) {
            script.ledger.progressCheck(tick);
        }
        assertThat(script.ledger.admit(EffectKind.HANDLE_RELEASE.metadata(), 0L, null))
                .isEmpty();
    }

    @Test
    void invalidating_a_session_fails_what_waits_there_and_nothing_else() {
        SemanticLedger ledger = new SemanticLedger(Retention.full(), EffectCapture.FULL);
        ledger.issue(1, "h", EffectKind.INVOKE_STEP, 0L, JsonValue.NULL, null);
        ledger.issue(1, "h", EffectKind.INVOKE_STEP, 1L, JsonValue.NULL, null);
        ledger.invalidateSession(2, 0, "site A crashed");
        SemanticObjects bundle = SemanticDerivation.derive(ledger.logs(List.of()));

        assertThat(effect(bundle, 0).status()).isEqualTo(OutstandingEffectStatus.INVALIDATED);
        assertThat(effect(bundle, 0).outputs().compactText())
                .isEqualTo("{\"reason\":\"site A crashed\",\"status\":\"invalidated\"}");
        assertThat(operation(bundle, "effect:0").phase()).isEqualTo(OperationPhase.FAILED);
        assertThat(operation(bundle, "effect:0").terminalPublication()).isEqualTo("effect.invalidated");
        assertThat(contract(bundle, "effect:0").state()).isEqualTo(ProgressState.FAILED);
        assertThat(effect(bundle, 1).status()).isEqualTo(OutstandingEffectStatus.PENDING);
    }
}
