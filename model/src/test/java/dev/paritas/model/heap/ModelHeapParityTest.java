package dev.paritas.model.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model's view of a corpus: what it refuses and in which words, and what it believes (spec 40 §13.2, §13.4, §16). */
class ModelHeapParityTest {
    private static final JsonValue PRACTICE = Json.json(HeapDocuments.worked("practice.json"));

    /** {@return the practice corpus with the value at {@code pointer} replaced; null takes the member away} */
    private static JsonValue with(String pointer, @Nullable String json) {
        return changed(PRACTICE, List.of(pointer.split("/", -1)).subList(1, pointer.split("/", -1).length), json);
    }

    private static JsonValue changed(JsonValue value, List<String> path, @Nullable String json) {
        List<String> rest = path.subList(1, path.size());
        String step = path.getFirst();
        UnaryOperator<JsonValue> change = child -> rest.isEmpty()
                ? Json.json(String.valueOf(json).getBytes(StandardCharsets.UTF_8))
                : changed(child, rest, json);
        return switch (value) {
            case JsonValue.Obj(var members) -> {
                TreeMap<String, JsonValue> copy = new TreeMap<>(members);
                if (rest.isEmpty() && json == null) {
                    copy.remove(step);
                } else {
                    copy.put(step, change.apply(copy.getOrDefault(step, JsonValue.NULL)));
                }
                yield new JsonValue.Obj(copy);
            }
            case JsonValue.Array(var elements) -> {
                List<JsonValue> copy = new ArrayList<>(elements);
                copy.set(Integer.parseInt(step), change.apply(copy.get(Integer.parseInt(step))));
                yield new JsonValue.Array(copy);
            }
            default -> throw new IllegalArgumentException("path leads nowhere");
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/schema_version | 7 | String expected",
                "/schema_version | | String expected",
                "/hasher | null | String expected",
                "/resource_fixture | | String expected",
                "/resource_fixture | 3 | String expected",
                "/resource_fixture/payload_hex | \"0\" | invalid payload hex: 0",
                "/resource_fixture/payload_hex | \"0g\" | invalid payload hex: 0g",
                "/resource_fixture/kind | {} | String expected",
                "/resource_fixture/seq_no | \"2\" | Natural number expected",
                "/resource_fixture/seq_no | -1 | Natural number expected",
                "/resource_fixture/seq_no | 7.0 | Natural number expected",
                "/resource_fixture/allocation_counter | | Natural number expected",
                "/resource_fixture/resource_leaf_hex | [] | String expected",
                "/channel_fixture | | String expected",
                "/heap_fixture | | expected JSON array, got 'null'",
                "/heap_fixture/operations | {} | expected JSON array, got '{}'",
                "/heap_fixture/operations | \"a\" | expected JSON array, got '\"a\"'",
                "/heap_fixture/operations/0 | 1 | String expected",
                "/heap_fixture/operations/0/kind | \"remove\" | unsupported heap op kind: remove",
                "/heap_fixture/operations/1/payload_hex | \"f\" | invalid payload hex: f",
                "/heap_fixture/operations/5/resource_id | | String expected",
                "/heap_fixture/operations/5/resource_id/counter | null | Natural number expected",
                "/heap_fixture/active_resource_ids_hex | | expected JSON array of strings",
                "/heap_fixture/active_resource_ids_hex/0 | 1 | String expected",
                "/heap_fixture/consumed_resource_ids_hex | {} | expected JSON array of strings",
                "/heap_fixture/resource_levels_hex | 1 | expected JSON array of string arrays",
                "/heap_fixture/nullifier_levels_hex/0 | \"x\" | expected JSON array of strings",
                "/heap_fixture/proof_index | 0.5 | Natural number expected",
                "/heap_fixture/proof_root_hex | | String expected",
                "/heap_fixture/commitment_hash_hex | | String expected",
                "/heap_fixture/resource_root_hex | \"xyz\" | invalid digest hex: xyz"
            })
    void a_corpus_of_another_shape_is_refused_in_the_models_words(
            String pointer, @Nullable String json, String detail) {
        assertThatThrownBy(() -> ModelHeapParity.run(with(pointer, json)))
                .isInstanceOf(ProblemException.class)
                .hasMessage(detail);
    }

    @Test
    void the_first_failing_member_wins_and_the_payload_comes_before_the_kind() {
        JsonValue corpus =
                changed(with("/resource_fixture/payload_hex", "\"0\""), List.of("resource_fixture", "kind"), "1");
        assertThatThrownBy(() -> ModelHeapParity.run(corpus)).hasMessage("invalid payload hex: 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/session_fixture |",
                "/session_fixture | 1",
                "/schema_version | \"any\"",
                "/resource_fixture/kind | \"any\"",
                "/resource_fixture/canonical_bytes_hex | 1",
                "/resource_fixture/resource_id_preimage_hex |",
                "/channel_fixture/sender |",
                "/heap_fixture/proof_path |",
                "/heap_fixture/proof_leaf_hex | 1",
                "/heap_fixture/proof_root_hex | \"not hex\"",
                "/heap_fixture/merkle_node_preimage_hex |"
            })
    void what_the_model_does_not_read_it_does_not_miss(String pointer, @Nullable String json) {
        assertThat(ModelHeapParity.run(with(pointer, json))).isEqualTo(HeapDocuments.practiceOutput());
    }

    @Test
    void an_unknown_id_is_consumed_and_a_second_time_ignored() {
        String unknown = "{\"digest_hex\":\"AA\",\"counter\":9}";
        HeapParityOutput once = ModelHeapParity.run(with("/heap_fixture/operations/6/resource_id", unknown));
        assertThat(once.replay().firstRun().consumedResourceIds()).hasSize(2);
        assertThat(once.replay().firstRun().activeResourceIds()).hasSize(4);
        assertThat(once.replay().consumedIdsMatchFixture()).isFalse();
        String channel =
                "{\"digest_hex\":\"86f0278e157b4582ab80d3d6f70d2cbc9e6febe44dedc8a6dfdb66c665140b0c\",\"counter\":0}";
        HeapParityOutput twice = ModelHeapParity.run(with("/heap_fixture/operations/6/resource_id", channel));
        assertThat(twice.replay().firstRun().consumedResourceIds()).hasSize(1);
        assertThat(twice.replay().stable()).isTrue();
    }

    @Test
    void an_id_is_equal_by_text_and_counter_together() {
        String otherCounter =
                "{\"digest_hex\":\"86f0278e157b4582ab80d3d6f70d2cbc9e6febe44dedc8a6dfdb66c665140b0c\",\"counter\":3}";
        assertThat(ModelHeapParity.run(with("/heap_fixture/operations/5/resource_id", otherCounter))
                        .replay()
                        .firstRun()
                        .activeResourceIds())
                .hasSize(4);
    }

    @Test
    void proofs_are_read_off_the_given_levels_or_are_null() {
        assertThat(ModelHeapParity.run(with("/heap_fixture/proof_index", "3"))
                        .heapFixture()
                        .resourceProof())
                .isNull();
        assertThat(ModelHeapParity.run(with("/heap_fixture/proof_index", "18446744073709551615"))
                        .heapFixture()
                        .resourceProof())
                .isNull();
        HeapParityOutput none = ModelHeapParity.run(with("/heap_fixture/nullifier_levels_hex", "[]"));
        assertThat(none.heapFixture().nullifierProof()).isNull();
        assertThat(ModelHeapParity.run(with("/heap_fixture/resource_levels_hex", "[[],[]]"))
                        .heapFixture()
                        .resourceProof())
                .isNull();
        // the second leaf is missing, so the node's right side has no bytes
        assertThat(ModelHeapParity.run(with("/heap_fixture/resource_levels_hex", "[[\"aa\"]]"))
                        .heapFixture()
                        .merkleNodePreimageHex())
                .endsWith("b165" + "00000000");
    }

    @Test
    void digests_are_believed() {
        HeapParityOutput output =
                ModelHeapParity.run(with("/heap_fixture/operations/1/resource_id_digest_hex", "\"00\""));
        assertThat(output.replay().firstRun().activeResourceIds().getFirst().digestHex())
                .isEqualTo("00");
        assertThat(output.replay().activeIdsMatchFixture()).isFalse();
    }
}
