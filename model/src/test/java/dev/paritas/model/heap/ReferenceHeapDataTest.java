package dev.paritas.model.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParitySample;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The published files of spec 40 §11 and §12, read in place where they are. */
class ReferenceHeapDataTest {
    private static byte[] reference(String name) throws IOException {
        return Files.readAllBytes(Checkout.reference("heap").resolve(name));
    }

    @Test
    void every_member_of_the_published_vectors_is_what_we_compute() throws IOException {
        byte[] file = reference("heap_vectors_v1.json");
        HeapVectors vectors = JsonInput.read(file, HeapParityCorpus.READ, HeapVectors.CODEC);
        assertThat(vectors).isEqualTo(vectors.recomputed(Hasher.BLAKE3));
        assertThat(HeapVectors.CODEC.toTree(vectors)).isEqualTo(Json.json(file));
    }

    @Test
    void every_member_of_the_published_sample_is_what_we_compute() throws IOException {
        byte[] file = reference("heap_lean_parity_v1.sample.json");
        HeapParitySample sample = JsonInput.read(file, HeapParityCorpus.READ, HeapParitySample.CODEC);
        assertThat(sample.channelFixture()).isEqualTo(sample.channelFixture().recomputed(Hasher.BLAKE3));
        assertThat(sample.resourceFixture())
                .isEqualTo(sample.resourceFixture().recomputed(Hasher.BLAKE3, sample.channelFixture()));
        assertThat(HeapParitySample.CODEC.toTree(sample)).isEqualTo(Json.json(file));
    }

    @Test
    void the_corpus_of_the_standard_scenario_holds_what_both_files_publish() throws IOException {
        HeapVectors vectors =
                JsonInput.read(reference("heap_vectors_v1.json"), HeapParityCorpus.READ, HeapVectors.CODEC);
        HeapParitySample sample = JsonInput.read(
                reference("heap_lean_parity_v1.sample.json"), HeapParityCorpus.READ, HeapParitySample.CODEC);
        HeapParityCorpus corpus = HeapDocuments.standardScenario(Hasher.BLAKE3).corpus(Hasher.BLAKE3);
        assertThat(corpus.resourceFixture()).isEqualTo(sample.resourceFixture());
        assertThat(corpus.channelFixture()).isEqualTo(sample.channelFixture());
        assertThat(corpus.heapFixture().resourceRootHex())
                .isEqualTo(vectors.heapFixture().resourceRootHex());
        assertThat(corpus.heapFixture().nullifierRootHex())
                .isEqualTo(vectors.heapFixture().nullifierRootHex());
        assertThat(corpus.heapFixture().commitmentHashHex())
                .isEqualTo(vectors.heapFixture().commitmentHashHex());
        assertThat(corpus.heapFixture().proofPath())
                .isEqualTo(vectors.heapFixture().proofPath());
        assertThat(corpus.heapFixture().activeResourceIdsHex().getFirst())
                .isEqualTo(vectors.heapFixture().activeResourceIdHex());
        // spec 40 §12.2: one name, two meanings
        assertThat(sample.resourceFixture().nullifierLeafHex())
                .isNotEqualTo(vectors.resourceFixture().nullifierLeafHex());
    }
}
