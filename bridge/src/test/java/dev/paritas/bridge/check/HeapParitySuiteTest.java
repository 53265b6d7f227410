package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.HeapCases;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapParitySample;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.model.heap.ModelHeapParity;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The strict suite of spec 40 §15 passes on sound documents and on nothing else. */
class HeapParitySuiteTest {
    private static final long SEED = 40;

    private static final List<String> PLAIN_KINDS = kinds(Map.of(
            "resource_fixture",
                    List.of(
                            "payload",
                            "canonical_bytes",
                            "resource_id_digest",
                            "resource_id_preimage",
                            "resource_leaf",
                            "resource_leaf_preimage",
                            "nullifier_leaf",
                            "nullifier_leaf_preimage"),
            "session_fixture",
                    List.of(
                            "canonical_bytes",
                            "resource_id_digest",
                            "resource_id_preimage",
                            "resource_leaf",
                            "resource_leaf_preimage"),
            "channel_fixture",
                    List.of(
                            "canonical_bytes",
                            "resource_id_digest",
                            "resource_id_preimage",
                            "nullifier_leaf",
                            "nullifier_leaf_preimage"),
            "heap_fixture",
                    List.of(
                            "proof_leaf",
                            "proof_root",
                            "resource_root",
                            "nullifier_root",
                            "merkle_node_preimage",
                            "commitment_hash",
                            "commitment_preimage")));

    private static final List<String> HEAP_KINDS = List.of(
            "/heap_fixture/operations/*/resource_id_digest_hex",
            "/heap_fixture/operations/*/payload_hex",
            "/heap_fixture/operations/*/resource_id/digest_hex",
            "/heap_fixture/active_resource_ids_hex/*",
            "/heap_fixture/consumed_resource_ids_hex/*",
            "/heap_fixture/resource_levels_hex/*/*",
            "/heap_fixture/nullifier_levels_hex/*/*",
            "/heap_fixture/proof_path/*/sibling_hash_hex");

    private final Corpus published = Corpus.read(Checkout.CORPUS);

    private static List<String> kinds(Map<String, List<String>> members) {
        return members.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(name -> "/" + entry.getKey() + "/" + name + "_hex"))
                .toList();
    }

    private static String practice() throws IOException {
        return Files.readString(Checkout.FIXTURES.resolve("heap/practice.json"));
    }

    private static HeapParityCorpus corpus(String json) {
        return JsonInput.read(json, HeapParityCorpus.READ, HeapParityCorpus.CODEC);
    }

    private static JsonValue tree(HeapParityCorpus corpus) {
        return HeapParityCorpus.CODEC.toTree(corpus);
    }

    @Test
    void every_published_document_passes_and_so_does_the_models_view_of_it() {
        assertThat(HeapCases.of(published).parity()).hasSize(201);
        assertThat(HeapCases.of(published).vectors()).hasSize(21);
        for (Case<HeapParityCorpus> item : HeapCases.of(published).parity()) {
            assertThat(HeapParitySuite.check(item.value())).as(item.id()).isEmpty();
            assertThat(HeapParitySuite.check(ModelHeapParity.run(tree(item.value())), item.value()))
                    .as(item.id())
                    .isEmpty();
        }
        for (Case<HeapVectors> item : HeapCases.of(published).vectors()) {
            assertThat(HeapParitySuite.check(item.value())).as(item.id()).isEmpty();
        }
    }

    @Test
    void any_one_hex_digit_of_the_worked_corpus_matters() throws IOException {
        everyDigitMatters(practice(), HeapParityCorpus.CODEC, HeapParitySuite::check, 3_708);
    }

    @Test
    void any_one_hex_digit_of_our_worked_vectors_matters() {
        String vectors = JsonOutput.prettyText(
                HeapVectors.CODEC, HeapCases.of(published).vectors().getFirst().value());
        everyDigitMatters(vectors, HeapVectors.CODEC, HeapParitySuite::check, 834);
    }

    @Test
    void any_one_hex_digit_of_the_reference_vectors_matters() throws IOException {
        Path file = Checkout.reference("heap/heap_vectors_v1.json");
        everyDigitMatters(Files.readString(file), HeapVectors.CODEC, HeapParitySuite::check, 832);
    }

    @Test
    void any_one_hex_digit_of_the_reference_sample_matters() throws IOException {
        Path file = Checkout.reference("heap/heap_lean_parity_v1.sample.json");
        everyDigitMatters(Files.readString(file), HeapParitySample.CODEC, HeapParitySuite::check, 1_170);
    }

    /** A sample has no session, but may have the heap that the session is in (spec 40 §12). */
    @Test
    void a_changed_digit_in_any_kind_of_member_of_a_sample_is_found() throws IOException {
        String practice = practice();
        int session = practice.indexOf("\"session_fixture\"");
        String sample = practice.substring(0, session) + practice.substring(practice.indexOf("\"channel_fixture\""));
        assertThat(sample(sample)).isEmpty();
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, List<Integer>> kinds = HexDigits.byKind(sample);
        assertThat(kinds.keySet()).hasSize(PLAIN_KINDS.size() + HEAP_KINDS.size() - 5);
        kinds.forEach((kind, positions) -> assertThat(
                        sample(HexDigits.changed(sample, positions.get(random.nextInt(positions.size())), random)))
                .as("seed %d, %s", SEED, kind)
                .isNotEmpty());
    }

    private static List<JsonDifference> sample(String json) {
        return HeapParitySuite.check(JsonInput.read(json, HeapParityCorpus.READ, HeapParitySample.CODEC));
    }

    private static <D> void everyDigitMatters(
            String json, Codec<D> codec, Function<D, List<JsonDifference>> suite, int digits) {
        SplittableRandom random = new SplittableRandom(SEED);
        assertThat(suite.apply(JsonInput.read(json, HeapParityCorpus.READ, codec)))
                .isEmpty();
        List<Integer> positions = HexDigits.positions(json);
        assertThat(positions.size()).isEqualTo(digits);
        for (int position : positions) {
            String changed = HexDigits.changed(json, position, random);
            assertThat(suite.apply(JsonInput.read(changed, HeapParityCorpus.READ, codec)))
                    .as("seed %d, position %d", SEED, position)
                    .isNotEmpty();
        }
    }

    /** Every hex member of the tables of spec 40 §12; the practice corpus has digits in each of them. */
    @Test
    void the_worked_corpus_has_every_kind_of_hex_member() throws IOException {
        assertThat(HexDigits.byKind(practice()).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(PLAIN_KINDS, HEAP_KINDS).flatMap(List::stream).toList());
    }

    @Test
    void a_changed_digit_in_any_kind_of_member_of_any_generated_corpus_is_found() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (Case<HeapParityCorpus> item : HeapCases.of(published).parity()) {
            String json = JsonOutput.compactText(HeapParityCorpus.CODEC, item.value());
            Map<String, List<Integer>> kinds = HexDigits.byKind(json);
            assertThat(kinds.size()).as(item.id()).isGreaterThan(PLAIN_KINDS.size());
            kinds.forEach((kind, positions) -> {
                int position = positions.get(random.nextInt(positions.size()));
                String changed = HexDigits.changed(json, position, random);
                assertThat(HeapParitySuite.check(corpus(changed)))
                        .as("seed %d, %s, %s, position %d", SEED, item.id(), kind, position)
                        .isNotEmpty();
            });
        }
    }

    @Test
    void any_one_hex_digit_of_a_runners_output_matters() throws IOException {
        HeapParityCorpus corpus = corpus(practice());
        String json = Files.readString(Checkout.FIXTURES.resolve("heap/practice-output.json"));
        SplittableRandom random = new SplittableRandom(SEED);
        List<Integer> positions = HexDigits.positions(json);
        assertThat(positions.size()).isEqualTo(2_650);
        for (int position : positions) {
            String changed = HexDigits.changed(json, position, random);
            assertThat(HeapParitySuite.check(JsonInput.read(changed, ReadPolicy.PEER, HeapParityOutput.CODEC), corpus))
                    .as("seed %d, position %d", SEED, position)
                    .hasSize(1);
        }
    }

    /** Members without hex digits matter as well. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "\"hasher\": \"blake3\" | \"hasher\": \"sha256\"",
                "\"source\": \"Carol\" | \"source\": \"Carla\"",
                "\"seq_no\": 2 | \"seq_no\": 3",
                "\"allocation_counter\": 1 | \"allocation_counter\": 2",
                "\"role\": \"Dave\" | \"role\": \"Dana\"",
                "\"type_hash\": 9223372036854775813 | \"type_hash\": 9223372036854775812",
                "\"sender\": \"Carol\" | \"sender\": \"\"",
                "\"proof_index\": 2 | \"proof_index\": 1",
                "\"proof_index\": 2 | \"proof_index\": 3",
                "\"direction\": \"Left\" | \"direction\": \"Right\"",
                "\"counter\": 4} | \"counter\": 3}",
                "\"label\": \"Ack\" | \"label\": \"ack\""
            })
    void any_changed_plain_member_is_found(String from, String to) throws IOException {
        String json = practice();
        assertThat(json).contains(from);
        String changed =
                json.substring(0, json.indexOf(from)) + to + json.substring(json.indexOf(from) + from.length());
        assertThat(HeapParitySuite.check(corpus(changed))).isNotEmpty();
    }

    @Test
    void the_message_must_show_the_channels_nullifier_and_not_its_own() throws IOException {
        HeapParityCorpus corpus = corpus(practice());
        String own = HeapVectors.of(
                        Hasher.BLAKE3, new Resource.Message("Carol", "Dave", "Quote", Bytes.ofHex("00ff10"), 2), 1)
                .resourceFixture()
                .nullifierLeafHex();
        String json = practice().replaceFirst(corpus.resourceFixture().nullifierLeafHex(), own);
        assertThat(HeapParitySuite.check(corpus(json)))
                .extracting(JsonDifference::pointer)
                .containsExactly("/resource_fixture/nullifier_leaf_hex");
    }

    @Test
    void a_log_that_the_heap_refuses_is_named_by_its_operation() throws IOException {
        String json = practice();
        int consume = json.indexOf("\"counter\": 4}");
        String changed = json.substring(0, consume) + "\"counter\": 9}" + json.substring(consume + 13);
        assertThat(HeapParitySuite.check(corpus(changed))).singleElement().satisfies(difference -> {
            assertThat(difference.pointer()).isEqualTo("/heap_fixture/operations/6");
            assertThat(difference.rightText()).isEqualTo("\"Resource not found: 2da3e119:9\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"stable", "active_ids_match_fixture", "consumed_ids_match_fixture"})
    void a_runner_that_finds_its_replay_wrong_does_not_pass(String member) throws IOException {
        String json = Files.readString(Checkout.FIXTURES.resolve("heap/practice-output.json"))
                .replace("\"" + member + "\": true", "\"" + member + "\": false");
        assertThat(HeapParitySuite.check(
                        JsonInput.read(json, ReadPolicy.PEER, HeapParityOutput.CODEC), corpus(practice())))
                .extracting(JsonDifference::pointer)
                .containsExactly("/replay/" + member);
    }

    @Test
    void a_missing_proof_and_another_header_are_found() throws IOException {
        String json = Files.readString(Checkout.FIXTURES.resolve("heap/practice-output.json"));
        for (String changed : List.of(
                json.replaceFirst(
                        "(?s)\"resource_proof\": \\{.*?\"root_hex\": \"[0-9a-f]+\"\\}", "\"resource_proof\": null"),
                json.replace("lean_heap_parity.v1", "lean_heap_parity.v2"),
                json.replace("\"heap_encoding_version\": 1", "\"heap_encoding_version\": 2"),
                json.replace("blake3", "sha256"))) {
            assertThat(changed).isNotEqualTo(json);
            assertThat(HeapParitySuite.check(
                            JsonInput.read(changed, ReadPolicy.PEER, HeapParityOutput.CODEC), corpus(practice())))
                    .hasSize(1);
        }
    }
}
