package dev.paritas.bridge.compare;

import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepComparatorTest {
    private static final List<StepState> CLEAN = List.of(Samples.step());

    /** Replaces what stands under {@code pointer}. */
    private static JsonValue put(JsonValue root, List<String> pointer, JsonValue value) {
        if (pointer.isEmpty()) {
            return value;
        }
        String head = pointer.getFirst();
        List<String> rest = pointer.subList(1, pointer.size());
        return switch (root) {
            case JsonValue.Obj(var members) -> {
                Map<String, JsonValue> changed = new TreeMap<>(members);
                changed.put(head, put(members.getOrDefault(head, JsonValue.NULL), rest, value));
                yield new JsonValue.Obj(changed);
            }
            case JsonValue.Array(var elements) -> {
                List<JsonValue> changed = new ArrayList<>(elements);
                int index = Integer.parseInt(head);
                changed.set(index, put(elements.get(index), rest, value));
                yield new JsonValue.Array(changed);
            }
            case JsonValue.Null _, JsonValue.Bool _, JsonValue.Text _, JsonValue.Num _ -> value;
        };
    }

    private static StepState planted(String pointer, String json) {
        return StepState.CODEC.fromTree(
                put(
                        StepState.CODEC.toTree(Samples.step()),
                        List.of(pointer.substring(1).split("/")),
                        json(json)),
                ReadPolicy.STRICT);
    }

    private static StepComparison compare(StepState changed) {
        return StepComparator.compare(CLEAN, List.of(changed), StepComparator.ALL, 100);
    }

    @Test
    void a_clean_pair_has_no_difference_and_an_empty_ledger() {
        StepComparison comparison = compare(Samples.step());
        assertThat(comparison.equivalent()).isTrue();
        assertThat(comparison.compared()).isEqualTo(1);
        assertThat(comparison.ledger().entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/pre_state/coroutines/0/coro_id|5",
                "/pre_state/coroutines/0/session_id|5",
                "/pre_state/coroutines/0/owned_endpoints|5",
                "/pre_state/coroutines/0/progress_tokens|5",
                "/pre_state/coroutines/0/status|\"done\"",
                "/pre_state/sessions/0/sid|5",
                "/pre_state/sessions/0/role_count|5",
                "/pre_state/sessions/0/local_type_entries|5",
                "/pre_state/sessions/0/buffer_edges|5",
                "/pre_state/sessions/0/buffered_messages|5",
                "/pre_state/sessions/0/status|\"draining\"",
                "/pre_state/sessions/0/epoch|5",
                "/pre_state/scheduler/step_count|5",
                "/pre_state/scheduler/ready_queue/0|1",
                "/post_state/coroutines/1/coro_id|5",
                "/post_state/coroutines/1/session_id|5",
                "/post_state/coroutines/1/owned_endpoints|5",
                "/post_state/coroutines/1/progress_tokens|5",
                "/post_state/coroutines/1/status|\"faulted\"",
                "/post_state/sessions/0/sid|5",
                "/post_state/sessions/0/role_count|5",
                "/post_state/sessions/0/local_type_entries|5",
                "/post_state/sessions/0/buffer_edges|5",
                "/post_state/sessions/0/buffered_messages|5",
                "/post_state/sessions/0/status|\"draining\"",
                "/post_state/sessions/0/epoch|5",
                "/post_state/scheduler/step_count|5",
                "/post_state/scheduler/ready_queue/0|0",
                "/selected_coro|1",
                "/selected_type|null",
                "/exec_status|\"halted\"",
                "/session_type_counts|{\"0\":1}",
                "/buffered_message_counts|{\"0\":0}",
                "/ready_queue|[0,1]",
                "/blocked|{\"1\":\"recv_wait\"}",
                "/event|null",
                "/event/kind|\"received\"",
                "/event/session|1",
                "/event/sender|\"X\"",
                "/event/receiver|\"X\"",
                "/event/label|\"no\""
            })
    void one_planted_change_gives_exactly_one_difference(String pointer, String json) {
        StepComparison comparison = compare(planted(pointer, json));
        assertThat(comparison.differences()).hasSize(1);
        StepDifference difference = comparison.differences().getFirst();
        assertThat(difference.member()).isEqualTo(pointer.substring(1).split("/")[0]);
        assertThat(difference.first().pointer()).startsWith("/0/" + difference.member());
    }

    @Test
    void a_planted_block_in_a_slice_is_one_difference() {
        StepComparison comparison = compare(planted("/post_state/scheduler/blocked", "{\"7\":\"recv_wait\"}"));
        assertThat(comparison.differences())
                .singleElement()
                .extracting(difference -> difference.first().pointer())
                .isEqualTo("/0/post_state/scheduler/blocked/7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/pre_state/coroutines/1/pc|0|COROUTINE_PC",
                "/selected_pc|9|SELECTED_PC",
                "/post_state/coroutines/1/status|\"speaking\"|COROUTINE_STATUS",
                "/event/tick|9|EVENT_TICK",
                "/event/reason|\"why\"|EVENT_REASON",
                "/selected_type|\"LocalType.var 0\"|LOOP_TYPE",
                "/selected_type|\"LocalType.end_\\n\"|TYPE_LINES"
            })
    void each_rule_hides_one_thing_and_is_counted_once(String pointer, String json, NormalizationRule rule) {
        StepState changed = planted(pointer, json);
        StepComparison with = compare(changed);
        assertThat(with.differences()).isEmpty();
        assertThat(with.ledger().counts()).containsOnly(Map.entry(rule, 1L));
        StepComparison without = StepComparator.compare(CLEAN, List.of(changed), Set.of(), 100);
        assertThat(without.differences()).hasSize(1);
        assertThat(without.ledger().entries()).isEmpty();
    }

    @Test
    void sessions_in_another_order_are_overlooked_only_by_their_rule() {
        String two =
                "[{\"sid\":%d,\"role_count\":2,\"local_type_entries\":2,\"buffer_edges\":1,\"buffered_messages\":0,"
                        + "\"status\":\"active\",\"epoch\":0},{\"sid\":%d,\"role_count\":2,\"local_type_entries\":2,"
                        + "\"buffer_edges\":1,\"buffered_messages\":0,\"status\":\"active\",\"epoch\":0}]";
        StepState ascending = planted("/pre_state/sessions", two.formatted(0, 1));
        StepState newestFirst = planted("/pre_state/sessions", two.formatted(1, 0));
        StepComparison all = StepComparator.compare(List.of(ascending), List.of(newestFirst), StepComparator.ALL, 100);
        assertThat(all.equivalent()).isTrue();
        assertThat(all.ledger().counts()).containsOnly(Map.entry(NormalizationRule.SLICE_SESSION_ORDER, 1L));
        assertThat(StepComparator.compare(List.of(ascending), List.of(newestFirst), StepComparator.SINGLE_SESSION, 100)
                        .differences())
                .hasSize(1);
    }

    @Test
    void a_missing_step_is_not_equivalent() {
        StepComparison comparison = StepComparator.compare(CLEAN, List.of(), StepComparator.ALL, 100);
        assertThat(comparison.equivalent()).isFalse();
        assertThat(comparison.compared()).isZero();
    }

    @Test
    void names_in_quotes_never_count_as_loops_or_lines() {
        assertThat(TypeText.inLoop("LocalType.select \"LocalType.mu\" []")).isFalse();
        assertThat(TypeText.sameButForLines("a \"x  y\"", "a \"x y\"")).isFalse();
        assertThat(TypeText.sameButForLines("a\n  \"x\"", "a \"x\"")).isTrue();
    }
}
