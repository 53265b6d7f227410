package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each retention keeps, and what streaming hands over (spec 30 §5). */
class RetentionTest {
    /** Keeps everything a streaming ledger drops. */
    private static final class Collector implements SemanticSink {
        final List<OutstandingEffect> effects = new ArrayList<>();
        final List<OperationInstance> operations = new ArrayList<>();
        final List<ProgressContract> contracts = new ArrayList<>();
        final List<EffectExchange> exchanges = new ArrayList<>();
        final List<EffectTraceEntry> entries = new ArrayList<>();
        final List<ProgressTransition> transitions = new ArrayList<>();
        final List<OutputConditionCheck> checks = new ArrayList<>();

        @Override
        public void effect(RecordedEffect effect) {
            effects.add(effect.toOutstandingEffect());
            operations.add(effect.toOperation());
            effect.toContract().ifPresent(contracts::add);
            effect.toExchange().ifPresent(exchanges::add);
            effect.toTraceEntry().ifPresent(entries::add);
        }

        @Override
        public void contract(ProgressContract contract) {
            contracts.add(contract);
        }

        @Override
        public void transition(ProgressTransition transition) {
            transitions.add(transition);
        }

        @Override
        public void check(OutputConditionCheck check) {
            checks.add(check);
        }
    }

    @Test
    void a_disabled_ledger_counts_ids_and_derives_an_empty_bundle() {
        Script script = Script.sixRounds(Retention.disabled());

        assertThat(script.ledger.nextEffectId()).isEqualTo(18);
        assertThat(script.bundle()).isEqualTo(SemanticDerivation.derive(SemanticLogs.EMPTY));
        assertThat(script.ledger.exchanges()).isEmpty();
        assertThat(script.ledger.effectTrace()).isEmpty();
        assertThatThrownBy(() -> script.ledger.complete(6, 1, OutstandingEffectStatus.SUCCEEDED, JsonValue.NULL))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("COMPLETION_WITHOUT_RECORD"));
    }

    @Test
    void a_capped_ledger_keeps_the_last_entries_of_each_log() {
        Script full = Script.sixRounds(Retention.full());
        Script capped = Script.sixRounds(Retention.capped(5));
        SemanticLogs all = full.ledger.logs(List.of());
        SemanticLogs last = capped.ledger.logs(List.of());

        assertThat(last.effects()).isEqualTo(all.effects().subList(13, 18));
        assertThat(last.operations()).isEqualTo(all.operations().subList(13, 18));
        assertThat(last.contracts()).isEqualTo(all.contracts().subList(13, 18));
        assertThat(last.checks()).hasSize(4);
        assertThat(capped.ledger.exchanges()).isEqualTo(full.ledger.exchanges().subList(9, 14));
        assertThat(capped.ledger.effectTrace()).isEqualTo(full.ledger.effectTrace());
        SemanticObjects bundle = capped.bundle();
        assertThat(bundle.operationInstances()).hasSize(9);
        assertThat(bundle.observedReads()).hasSize(5);
    }

    @Test
    void a_waiting_effect_whose_contract_fell_out_of_the_log_fails_the_check() {
        SemanticLedger ledger = new SemanticLedger(Retention.capped(1), EffectCapture.FULL);
        ledger.issue(1, "h", EffectKind.INVOKE_STEP, 3L, JsonValue.NULL, null);
        ledger.handoffCommitted(
                1, new DelegationReceipt(0, 0, new Endpoint(0, "A"), 0, 1, OwnershipScope.fragment("A")));

        assertThatThrownBy(() -> ledger.progressCheck(2))
                .isInstanceOf(ProblemException.class)
                .hasMessage("[host-contract] outstanding effect 0 requires a live progress contract");
    }

    @Test
    void a_capture_mode_limits_the_trace_and_not_the_records() {
        SemanticLedger ledger = new SemanticLedger(Retention.full(), EffectCapture.TOPOLOGY_ONLY);
        ledger.recordTraceEntry(1, "h", new ObservableEvent.Invoked(1, 0, "A"), "owner");
        ledger.recordTopologyEvent(1, "h", new TopologyEvent.Crash("A"));
        ledger.recordTraceEntry(1, "h", new ObservableEvent.Halted(1, 0), null);

        assertThat(ledger.effectTrace())
                .extracting(EffectTraceEntry::effectKind)
                .containsExactly("topology_event");
        assertThat(ledger.nextEffectId()).isEqualTo(2);
        assertThat(ledger.logs(List.of()).effects())
                .extracting(OutstandingEffect::effectKind, OutstandingEffect::ownerId)
                .containsExactly(tuple("invoke_step", null), tuple("topology_event", null));
        assertThat(ledger.drainEffectTrace()).hasSize(1);
        assertThat(ledger.effectTrace()).isEmpty();
    }

    @Test
    void streaming_hands_over_exactly_what_a_full_ledger_keeps() {
        Collector sink = new Collector();
        Script streamed = Script.sixRounds(Retention.streaming(sink));
        SemanticLogs kept = Script.sixRounds(Retention.full()).ledger.logs(List.of());

        assertThat(streamed.ledger.logs(List.of()).effects()).isEmpty();
        assertThat(sink.effects).isEqualTo(kept.effects());
        assertThat(sink.operations).isEqualTo(kept.operations());
        assertThat(sink.contracts).isEqualTo(kept.contracts());
        assertThat(sink.checks).isEqualTo(kept.checks());
        assertThat(sink.exchanges).hasSize(14);
        assertThat(sink.entries).hasSize(4);
    }

    @Test
    void streaming_holds_a_waiting_effect_until_it_has_ended() {
        Collector sink = new Collector();
        Script script = new Script(Retention.streaming(sink));
        script.round();
        long waiting = script.sendExchange("A", "B", "m", Value.UNIT);
        script.ledger.override(
                1, waiting, OutstandingEffectStatus.BLOCKED, EffectPayloads.blocked("topology unavailable"));
        script.endRound();
        script.round().endRound();
        script.round().endRound();

        assertThat(sink.effects).extracting(OutstandingEffect::effectId).containsExactly(0L);
        script.round().endRound();
        assertThat(sink.effects).extracting(OutstandingEffect::effectId).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(sink.effects.get(1).status()).isEqualTo(OutstandingEffectStatus.INVALIDATED);
        assertThat(sink.transitions).hasSize(4);
    }

    @Test
    void finishing_a_stream_hands_over_what_still_waits() {
        Collector sink = new Collector();
        SemanticLedger ledger = new SemanticLedger(Retention.streaming(sink), EffectCapture.FULL);
        ledger.issue(1, "h", EffectKind.INVOKE_STEP, 3L, JsonValue.NULL, null);
        ledger.progressCheck(1);

        assertThat(sink.effects).isEmpty();
        ledger.finish();
        assertThat(sink.effects).hasSize(1);
    }
}
