package dev.paritas.model.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapScenarioGenerator;
import dev.paritas.heap.replay.HeapOperation;
import dev.paritas.heap.replay.RefusedOperation;
import dev.paritas.heap.replay.Replay;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.state.HeapError;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked documents of spec 40 §20, member by member, and the replay of §10. */
class PracticeCorpusTest {
    @Test
    void our_heap_makes_the_worked_corpus_from_its_operations() {
        assertThat(HeapDocuments.practiceScenario().corpus(Hasher.BLAKE3)).isEqualTo(HeapDocuments.practiceCorpus());
    }

    @Test
    void reading_and_writing_the_worked_corpus_keeps_every_member() {
        assertThat(HeapParityCorpus.CODEC.toTree(HeapDocuments.practiceCorpus()))
                .isEqualTo(Json.json(HeapDocuments.worked("practice.json")));
    }

    @Test
    void the_heap_expects_the_worked_output() {
        HeapParityCorpus corpus = HeapDocuments.practiceCorpus();
        Replay replay = Replay.run(Hasher.BLAKE3, corpus.heapFixture().operations());
        assertThat(HeapParityOutput.expected(corpus, replay)).isEqualTo(HeapDocuments.practiceOutput());
    }

    @Test
    void the_model_prints_the_worked_output() {
        HeapParityOutput output = ModelHeapParity.run(Json.json(HeapDocuments.worked("practice.json")));
        assertThat(HeapParityOutput.CODEC.toTree(output))
                .isEqualTo(Json.json(HeapDocuments.worked("practice-output.json")));
    }

    @Test
    void members_of_an_output_stand_in_the_order_of_the_table() {
        String text = new String(
                JsonOutput.declaredBytes(HeapParityOutput.CODEC, HeapDocuments.practiceOutput()),
                StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith(
                        "{\"schema_version\":\"lean_heap_parity.v1\",\"heap_encoding_version\":1,\"hasher\":\"blake3\","
                                + "\"resource_fixture\":{\"canonical_bytes_hex\":");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 40, 41, 199, 200, 5_000})
    void heap_and_model_agree_on_random_logs(long seed) {
        HeapParityCorpus corpus = HeapScenarioGenerator.scenario(seed).corpus(Hasher.BLAKE3);
        Replay replay = Replay.run(Hasher.BLAKE3, corpus.heapFixture().operations());
        assertThat(replay.operations()).isEqualTo(corpus.heapFixture().operations());
        assertThat(ModelHeapParity.run(HeapParityCorpus.CODEC.toTree(corpus)))
                .as("seed %d", seed)
                .isEqualTo(HeapParityOutput.expected(corpus, replay));
        assertThat(HeapScenarioGenerator.scenario(seed)).isEqualTo(HeapScenarioGenerator.scenario(seed));
    }

    @Test
    void a_replay_does_not_believe_recorded_digests() {
        HeapOperation.Alloc first = (HeapOperation.Alloc)
                HeapDocuments.practiceCorpus().heapFixture().operations().getFirst();
        List<HeapOperation> log = List.of(first.recorded("00".repeat(32)));
        assertThat(Replay.run(Hasher.BLAKE3, log).operations()).containsExactly(first);
    }

    @Test
    void a_refused_operation_is_named() {
        List<HeapOperation> log =
                new ArrayList<>(HeapDocuments.practiceCorpus().heapFixture().operations());
        log.add(log.get(5));
        assertThatThrownBy(() -> Replay.run(Hasher.BLAKE3, log)).isInstanceOfSatisfying(ProblemException.class, e -> {
            RefusedOperation refused = e.only(RefusedOperation.class);
            assertThat(refused.index()).isEqualTo(7);
            assertThat(refused.error()).isInstanceOf(HeapError.AlreadyConsumed.class);
        });
        log.remove(0);
        assertThatThrownBy(() -> Replay.run(Hasher.BLAKE3, log))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.only(RefusedOperation.class).error()).isInstanceOf(HeapError.NotFound.class));
    }

    @Test
    void permuted_consumes_change_nothing_and_permuted_allocations_everything() {
        List<HeapOperation> log =
                new ArrayList<>(HeapDocuments.practiceCorpus().heapFixture().operations());
        Replay straight = Replay.run(Hasher.BLAKE3, log);
        log.add(log.remove(5));
        assertThat(Replay.run(Hasher.BLAKE3, log).heap()).isEqualTo(straight.heap());
        List<HeapOperation> allocations = new ArrayList<>(log.subList(0, 5));
        List<HeapOperation> turned = allocations.reversed();
        assertThat(Replay.run(Hasher.BLAKE3, turned).heap().commitment())
                .isNotEqualTo(Replay.run(Hasher.BLAKE3, allocations).heap().commitment());
    }
}
