package dev.paritas.model.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import org.junit.jupiter.api.Test;

/** The values of spec 40 §21 that anybody can check, without the published files. */
class StandardScenarioTest {
    private final HeapParityCorpus corpus =
            HeapDocuments.standardScenario(Hasher.BLAKE3).corpus(Hasher.BLAKE3);

    @Test
    void the_ids_and_the_commitment_begin_and_end_as_published() {
        assertThat(corpus.resourceFixture().resourceIdDigestHex())
                .startsWith("5a22a0e6")
                .endsWith("afd8e");
        assertThat(corpus.channelFixture().resourceIdDigestHex())
                .startsWith("93ae398d")
                .endsWith("298e91");
        assertThat(corpus.heapFixture().commitmentHashHex())
                .startsWith("57d07742")
                .endsWith("dac0d");
    }

    @Test
    void message_comes_before_session_and_the_channel_is_consumed() {
        assertThat(corpus.heapFixture().activeResourceIdsHex())
                .containsExactly(
                        corpus.resourceFixture().resourceIdDigestHex(),
                        corpus.sessionFixture().resourceIdDigestHex());
        assertThat(corpus.heapFixture().consumedResourceIdsHex())
                .containsExactly(corpus.channelFixture().resourceIdDigestHex());
        assertThat(corpus.heapFixture().nullifierRootHex())
                .isEqualTo(corpus.channelFixture().nullifierLeafHex());
    }

    @Test
    void the_two_files_differ_in_whose_nullifier_they_show() {
        Resource.Message message = new Resource.Message("Alice", "Bob", "Hello", Bytes.ofHex("010203"), 7);
        HeapVectors vectors = HeapVectors.of(Hasher.BLAKE3, message, 1);
        assertThat(vectors.resourceFixture().resourceLeafHex())
                .isEqualTo(corpus.resourceFixture().resourceLeafHex());
        assertThat(vectors.resourceFixture().nullifierLeafHex())
                .isNotEqualTo(corpus.resourceFixture().nullifierLeafHex());
        assertThat(vectors.heapFixture().commitmentHashHex())
                .isEqualTo(corpus.heapFixture().commitmentHashHex());
    }

    @Test
    void the_models_output_has_a_counter_of_three_and_an_empty_nullifier_path() {
        HeapParityOutput output = ModelHeapParity.run(HeapParityCorpus.CODEC.toTree(corpus));
        assertThat(output.replay().firstRun().counter()).isEqualTo(3);
        assertThat(output.heapFixture().nullifierProof())
                .isNotNull()
                .satisfies(proof -> assertThat(proof.path()).isEmpty());
    }

    @Test
    void under_another_hash_shapes_stay_and_digests_change() {
        HeapParityCorpus other = HeapDocuments.standardScenario(Hasher.SHA_256).corpus(Hasher.SHA_256);
        assertThat(other.hasher()).isEqualTo("sha256");
        assertThat(other.resourceFixture().canonicalBytesHex())
                .isEqualTo(corpus.resourceFixture().canonicalBytesHex());
        assertThat(other.heapFixture().commitmentHashHex())
                .isNotEqualTo(corpus.heapFixture().commitmentHashHex());
    }
}
