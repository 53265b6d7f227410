package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.testsupport.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionComparatorTest {
    private static final RunOutput CLEAN = Samples.run(Samples.trace());

    /** The event with one member of its JSON form replaced. */
    private static TraceEvent planted(TraceEvent event, String member, String json) {
        if (!(TraceEvent.CODEC.toTree(event) instanceof JsonValue.Obj(var members))) {
            throw new AssertionError("an event is an object");
        }
        Map<String, JsonValue> changed = new TreeMap<>(members);
        changed.put(member, Json.json(json));
        return TraceEvent.CODEC.fromTree(new JsonValue.Obj(changed), ReadPolicy.STRICT);
    }

    private static RunOutput withEvent(int index, TraceEvent event) {
        List<TraceEvent> trace = new ArrayList<>(Samples.trace());
        trace.set(index, event);
        return Samples.run(trace);
    }

    @Test
    void a_clean_pair_is_equivalent_in_everything_and_has_no_diff() {
        ExecutionComparison comparison = ExecutionComparator.compare(CLEAN, Samples.run(Samples.trace()));
        assertThat(comparison.equivalent()).isTrue();
        assertThat(comparison.semanticHandoffsEquivalent()).isTrue();
        assertThat(comparison.invalidationArtifactsEquivalent()).isTrue();
        assertThat(comparison.diff()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|\"received\"",
                "tick|9",
                "session|7",
                "sender|\"X\"",
                "receiver|\"X\"",
                "label|\"no\"",
                "role|\"A\"",
                "target|\"0\"",
                "permitted|true",
                "epoch|1",
                "ghost|1",
                "from|1",
                "to|1",
                "predicate_ref|\"p\"",
                "witness_ref|\"w\"",
                "output_digest|\"d\"",
                "passed|false",
                "reason|\"r\""
            })
    void each_member_of_an_event_is_compared(String member, String json) {
        TraceEvent original = Samples.trace().get(1);
        TraceEvent changed = planted(original, member, json);
        assertThat(StructuralDifference.all(TraceEvent.CODEC.toTree(original), TraceEvent.CODEC.toTree(changed), 99))
                .singleElement()
                .extracting(JsonDifference::pointer)
                .isEqualTo("/" + member);
        ExecutionComparison comparison = ExecutionComparator.compare(CLEAN, withEvent(1, changed));
        assertThat(comparison.equivalent()).isFalse();
        assertThat(comparison.sessionStatusesEquivalent()).isTrue();
        assertThat(comparison.diff()).get().isInstanceOfSatisfying(ExecutionDiff.EventMismatch.class, diff -> {
            assertThat(diff.index()).isEqualTo(1);
            assertThat(diff.machineLength()).isEqualTo(5);
            assertThat(diff.leanLength()).isEqualTo(5);
            assertThat(diff.lean().event()).isEqualTo(changed);
        });
    }

    @Test
    void equal_events_at_other_raw_ticks_are_not_equivalent() {
        RunOutput later = withEvent(2, TraceEvent.received(3, 0, "A", "B", "yes"));
        assertThat(ExecutionComparator.compare(CLEAN, later).semanticAuditEquivalent())
                .isFalse();
    }

    @Test
    void only_the_envelope_counts_per_session() {
        List<TickedEvent> events = NormalizedTrace.of(List.of(
                        TraceEvent.opened(0, 0, "A,B"),
                        TraceEvent.opened(0, 1, "A,B"),
                        TraceEvent.sent(7, 1, "A", "B", "m"),
                        TraceEvent.sent(9, 0, "A", "B", "m"),
                        TraceEvent.halted(11, "0")))
                .events();
        assertThat(events).extracting(TickedEvent::tick).containsExactly(0L, 0L, 1L, 1L, 11L);
        assertThat(events).extracting(event -> event.event().tick()).containsExactly(0L, 0L, 7L, 9L, 11L);
    }

    @Test
    void the_ledger_names_the_one_permitted_rule_and_counts_changed_envelopes() {
        RunOutput output = Samples.run(List.of(
                TraceEvent.opened(0, 0, "A,B"), TraceEvent.sent(7, 0, "A", "B", "m"), TraceEvent.halted(9, "0")));
        NormalizationLedger ledger = ExecutionComparator.compare(output, output).ledger();
        assertThat(ledger.entries())
                .containsExactly(new NormalizationLedger.Entry(
                        NormalizationRule.SESSION_TICK,
                        "semantic-audit tick normalization",
                        "Normalize only `tick`, and only per extracted session id",
                        "irreducible trusted comparison logic",
                        2));
        assertThat(NormalizationLedger.PERMITTED_FOR_TRACES).containsExactly(NormalizationRule.SESSION_TICK);
    }

    @Test
    void a_shorter_trace_is_a_length_mismatch() {
        RunOutput shorter = Samples.run(Samples.trace().subList(0, 4));
        assertThat(ExecutionComparator.compare(CLEAN, shorter)
                        .diff()
                        .map(diff -> diff.json().compactText()))
                .hasValue("{\"kind\":\"length_mismatch\",\"lean_len\":4,\"rust_len\":5}");
    }

    @Test
    void a_status_differs_only_after_the_traces() {
        RunOutput terminal = Samples.run(Samples.trace(), List.of(new SessionStatus(0, true)), SemanticObjects.empty());
        ExecutionComparison comparison = ExecutionComparator.compare(CLEAN, terminal);
        assertThat(comparison.semanticAuditEquivalent()).isTrue();
        assertThat(comparison.equivalent()).isFalse();
        assertThat(comparison.diff().map(diff -> diff.json().compactText()))
                .hasValue("{\"kind\":\"session_status_mismatch\","
                        + "\"lean\":[{\"schema_version\":\"lean_bridge.v1\",\"sid\":0,\"terminal\":true}],"
                        + "\"rust\":[{\"schema_version\":\"lean_bridge.v1\",\"sid\":0,\"terminal\":false}]}");
    }

    @Test
    void another_order_of_equal_statuses_is_not_equivalent() {
        List<SessionStatus> order = List.of(new SessionStatus(0, false), new SessionStatus(1, false));
        ExecutionComparison comparison = ExecutionComparator.compare(
                Samples.run(Samples.trace(), order, SemanticObjects.empty()),
                Samples.run(Samples.trace(), order.reversed(), SemanticObjects.empty()));
        assertThat(comparison.sessionStatusesEquivalent()).isFalse();
        assertThat(comparison.equivalent()).isFalse();
    }

    @Test
    void a_handoff_turns_its_own_flag_and_nothing_else() {
        String handoff =
                "{\"handoff_id\":0,\"session\":0,\"from_coro\":0,\"to_coro\":1,\"revoked_owner_id\":\"coro:0\","
                        + "\"activated_owner_id\":\"coro:1\",\"scope\":\"Session\",\"status\":\"Committed\",\"tick\":3,"
                        + "\"reason\":null}";
        SemanticObjects objects = bundle("semantic_handoffs", handoff);
        assertThat(objects.semanticHandoffs().getFirst().status()).isEqualTo(DelegationStatus.COMMITTED);
        ExecutionComparison comparison =
                ExecutionComparator.compare(Samples.run(Samples.trace(), CLEAN.sessions(), objects), CLEAN);
        assertThat(comparison.semanticHandoffsEquivalent()).isFalse();
        assertThat(comparison.invalidationArtifactsEquivalent()).isTrue();
        assertThat(comparison.equivalent()).isTrue();
        assertThat(comparison.diff()).isEmpty();
    }

    @Test
    void an_invalidated_effect_turns_its_own_flag_and_nothing_else() {
        SemanticObjects objects = bundle("outstanding_effects", effect("invalidated"));
        ExecutionComparison comparison =
                ExecutionComparator.compare(Samples.run(Samples.trace(), CLEAN.sessions(), objects), CLEAN);
        assertThat(comparison.invalidationArtifactsEquivalent()).isFalse();
        assertThat(comparison.semanticHandoffsEquivalent()).isTrue();
        assertThat(comparison.equivalent()).isTrue();
        SemanticObjects pending = bundle("outstanding_effects", effect("pending"));
        assertThat(ExecutionComparator.compare(Samples.run(Samples.trace(), CLEAN.sessions(), pending), CLEAN)
                        .invalidationArtifactsEquivalent())
                .isTrue();
    }

    @Test
    void the_other_side_runs_with_the_machines_concurrency_and_steps_but_at_least_one() {
        AtomicReference<String> asked = new AtomicReference<>("");
        RunOutput idle = new RunOutput(
                List.of(),
                List.of(),
                0,
                3,
                "stuck",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SemanticObjects.empty());
        ExecutionComparator.compareExecution("ping_pong", idle, (choreography, concurrency, steps) -> {
            asked.set(choreography + " " + concurrency + " " + steps);
            return idle;
        });
        assertThat(asked.get()).isEqualTo("ping_pong 3 1");
    }

    @Test
    void the_wire_form_has_the_nine_members() {
        JsonValue json = ExecutionComparator.compare(CLEAN, CLEAN).json();
        assertThat(json).isInstanceOfSatisfying(JsonValue.Obj.class, obj -> {
            assertThat(obj.members())
                    .containsOnlyKeys(
                            "equivalent",
                            "semantic_audit_equivalent",
                            "session_statuses_equivalent",
                            "semantic_handoffs_equivalent",
                            "invalidation_artifacts_equivalent",
                            "rust_semantic_audit",
                            "lean_semantic_audit",
                            "diff",
                            "lean_output");
            assertThat(obj.members().get("diff")).isEqualTo(JsonValue.NULL);
        });
    }

    static SemanticObjects bundle(String list, String element) {
        if (!(SemanticObjects.CODEC.toTree(SemanticObjects.empty()) instanceof JsonValue.Obj(var members))) {
            throw new AssertionError("a bundle is an object");
        }
        Map<String, JsonValue> changed = new TreeMap<>(members);
        changed.put(list, Json.json("[" + element + "]"));
        return SemanticObjects.CODEC.fromTree(new JsonValue.Obj(changed), ReadPolicy.STRICT);
    }

    static String effect(String status) {
        return "{\"effect_id\":4,\"operation_id\":\"effect:4\",\"session\":0,\"owner_id\":null,"
                + "\"effect_interface\":\"Transport\",\"effect_operation\":\"sendDecision\","
                + "\"effect_kind\":\"send_decision\",\"handler_identity\":\"default_handler\",\"status\":\""
                + status + "\",\"ordering_key\":1,\"budget_ticks\":1,\"retry_policy\":\"forbidden\","
                + "\"invalidation_token\":\"effect:4\",\"completed_at_tick\":null,\"inputs\":{},\"outputs\":{}}";
    }
}
