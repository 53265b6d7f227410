package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Protocols;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The write-ahead log before a commit (spec 20 §13.3, 31 §11.2). */
class WalSyncTest {
    /** Remembers what it was asked, and answers always the same. */
    private record Log(List<WalSyncRequest> asked, EffectResult<EffectResult.Done> answer) implements EffectHandler {
        static Log answering(EffectResult<EffectResult.Done> answer) {
            return new Log(new ArrayList<>(), answer);
        }

        @Override
        public boolean supportsWalSync() {
            return true;
        }

        @Override
        public EffectResult<EffectResult.Done> walSync(WalSyncRequest sync) {
            asked.add(sync);
            return answer;
        }
    }

    private static ProtocolMachine loaded(MachineConfig config) {
        return Images.loaded(config, CodeImage.of(Protocols.MESSAGE));
    }

    /** The gates of the executed run in spec 31 §11.3. */
    @Test
    void every_commit_asks_for_the_latest_agreement_of_its_session() {
        Log log = Log.answering(EffectResult.DONE);
        ProtocolMachine machine = loaded(MachineConfig.DEFAULT);
        assertThat(machine.run(log, 64)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(log.asked())
                .extracting(sync -> sync.operationId() + " " + sync.tick() + " " + sync.downstreamCoroutineId())
                .containsExactly("effect:2 1 coro:0", "effect:7 2 coro:1", "effect:9 3 coro:0", "effect:9 4 coro:1");
        assertThat(log.asked()).extracting(WalSyncRequest::gateLevel).containsOnly(AgreementLevel.SOFT_SAFE);
        assertThat(log.asked())
                .allSatisfy(sync -> assertThat(sync.agreementEvidence())
                        .isNotEmpty()
                        .allMatch(evidence -> evidence.operationId().equals(sync.operationId())));
    }

    @Test
    void the_exchange_has_no_session_and_the_shared_operation_and_costs_one_id() {
        ProtocolMachine machine = loaded(MachineConfig.DEFAULT);
        machine.stepRound(Log.answering(EffectResult.DONE), 1);
        // ids of the round: topology 0, send 1, hint 2, log 3, committed send 4
        assertThat(machine.records().effectExchanges())
                .filteredOn(exchange -> exchange.request().body() instanceof EffectRequestBody.WalSync)
                .singleElement()
                .satisfies(exchange -> {
                    assertThat(exchange.effectId()).isEqualTo(3);
                    assertThat(exchange.request().session()).isNull();
                    assertThat(exchange.request().operationId()).isEqualTo("effect:2");
                });
        assertThat(machine.records().effectTrace())
                .singleElement()
                .satisfies(entry -> assertThat(entry.effectId()).isEqualTo(4));
    }

    @Test
    void a_log_that_blocks_keeps_the_message_and_drops_the_event() {
        ProtocolMachine machine = loaded(MachineConfig.DEFAULT);
        Log log = Log.answering(EffectResult.blocked());
        assertThat(machine.run(log, 64)).isNotEqualTo(RunStatus.ALL_DONE);
        assertThat(machine.trace()).noneMatch(ObservableEvent.Sent.class::isInstance);
        assertThat(machine.records().outputConditionChecks()).isEmpty();
        assertThat(machine.blockReason(0).orElseThrow().tag()).isEqualTo("invoke_wait");
        assertThat(log.asked())
                .as("A sent, B received, and nothing wakes either")
                .hasSize(2);
    }

    @Test
    void a_log_that_fails_is_a_fault_before_the_output_gate() {
        ProtocolMachine machine = loaded(MachineConfig.DEFAULT);
        Log log = Log.answering(EffectResult.failure(new EffectFailure(EffectFailureKind.UNAVAILABLE, "disk full")));
        assertThatThrownBy(() -> machine.run(log, 64))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(MachineError.CoroutineFault.class));
        assertThat(machine.records().outputConditionChecks()).isEmpty();
    }

    @Test
    void a_disabled_output_policy_asks_nothing() {
        Log log = Log.answering(EffectResult.DONE);
        MachineConfig config = MachineConfig.DEFAULT.toBuilder()
                .outputConditionPolicy(new OutputConditionPolicy.Disabled())
                .build();
        assertThat(loaded(config).run(log, 64)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(log.asked()).isEmpty();
    }

    @Test
    void without_records_the_request_names_the_coroutine() {
        Log log = Log.answering(EffectResult.DONE);
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT, Recording.off());
        machine.loadChoreography(CodeImage.of(Protocols.MESSAGE));
        assertThat(machine.run(log, 64)).isEqualTo(RunStatus.ALL_DONE);
        assertThat(log.asked()).first().satisfies(sync -> {
            assertThat(sync.operationId()).isEqualTo("wal_sync:coro:0");
            assertThat(sync.gateLevel()).isEqualTo(AgreementLevel.FINALIZED);
        });
    }
}
