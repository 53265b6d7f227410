package dev.paritas.model.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.heap.replay.RefusedOperation;
import dev.paritas.heap.replay.Replay;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.DamagedDocuments;
import dev.paritas.testsupport.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in a corpus, its readers give a value or a typed refusal. */
class HostileCorpusTest {
    private static final long SEED = 20_261_122L;
    private static final int DOCUMENTS = 1_500;
    private static final List<ReadPolicy> POLICIES = List.of(ReadPolicy.STRICT, ReadPolicy.PEER, HeapParityCorpus.READ);

    enum Document {
        CORPUS(HeapParityCorpus.CODEC),
        VECTORS(HeapVectors.CODEC),
        OUTPUT(HeapParityOutput.CODEC);

        private final Codec<?> codec;

        Document(Codec<?> codec) {
            this.codec = codec;
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void a_reader_gives_a_value_or_a_json_exception(Document kind) {
        DamagedDocuments documents = new DamagedDocuments(kind.codec.shape(), SEED + kind.ordinal());
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document = documents.next();
            for (ReadPolicy policy : POLICIES) {
                read(kind.codec, document, policy, kind + " " + i);
            }
        }
    }

    /** What passes the reader still has to be replayed, and the model gets it as well. */
    @Test
    void a_damaged_corpus_that_reads_is_replayed_or_refused() {
        DamagedDocuments documents = new DamagedDocuments(HeapParityCorpus.CODEC.shape(), SEED);
        JsonValue sound = Json.json(HeapDocuments.worked("practice.json"));
        int replayed = 0;
        int modelled = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document = documents.damaged(sound);
            Object corpus = read(HeapParityCorpus.CODEC, document, HeapParityCorpus.READ, "replay " + i);
            if (corpus instanceof HeapParityCorpus read) {
                try {
                    Replay replay = Replay.run(Hasher.BLAKE3, read.heapFixture().operations());
                    HeapParityOutput.expected(read, replay);
                    replayed++;
                } catch (ProblemException e) {
                    e.only(RefusedOperation.class);
                    assertThat(e).hasMessageStartingWith("operation ");
                }
            }
            if (read(JsonValue.CODEC, document, ReadPolicy.PEER, "model " + i) instanceof JsonValue json) {
                try {
                    ModelHeapParity.run(json);
                    modelled++;
                } catch (ProblemException e) {
                    assertThat(e.only(ModelHeapProblem.class).sentence()).isNotBlank();
                }
            }
        }
        assertThat(replayed).isPositive();
        assertThat(modelled).isPositive();
    }

    private static @Nullable Object read(Codec<?> codec, byte[] document, ReadPolicy policy, String place) {
        try {
            return JsonInput.read(document, policy, codec);
        } catch (JsonException e) {
            assertThat(e.describe()).isNotBlank();
            return null;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + SEED + ", " + place, e);
        }
    }

    private static void assertRefused(String document, JsonErrorCode code, String path) {
        assertThatThrownBy(() -> JsonInput.read(document, HeapParityCorpus.READ, HeapParityCorpus.CODEC))
                .isInstanceOfSatisfying(JsonException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.path()).isEqualTo(path);
                });
    }

    /** Spec 40 §22, no. 14. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "\"seq_no\": 2 | \"seq_no\": \"2\" | WRONG_TYPE | /resource_fixture/seq_no",
                "\"seq_no\": 2 | \"seq_no\": -2 | BAD_NUMBER | /resource_fixture/seq_no",
                "\"seq_no\": 2 | \"seq_no\": 1e2 | BAD_NUMBER | /resource_fixture/seq_no",
                "\"seq_no\": 2 | \"seq_no\": 7.0 | BAD_NUMBER | /resource_fixture/seq_no",
                "\"seq_no\": 2 | \"seq_no\": 18446744073709551616 | BAD_NUMBER | /resource_fixture/seq_no",
                "\"seq_no\": 2 | \"seq_no\": 2, \"seq_no\": 2 | DUPLICATE_MEMBER | /resource_fixture/seq_no",
                "\"payload_hex\": \"00ff10\" | \"payload_hex\": \"00ff1\" | INVALID_VALUE | /resource_fixture/payload_hex",
                "\"kind\": \"message\" | \"kind\": \"value\" | UNKNOWN_TAG | /resource_fixture/kind",
                "\"schema_version\": \"heap_parity.v1\" | \"schema_version\": \"heap_parity.v2\" | UNSUPPORTED_SCHEMA_VERSION | /schema_version",
                "290f3025 | 290F3025 | INVALID_VALUE | /resource_fixture/nullifier_leaf_hex",
                "\"alloc_channel\" | \"remove\" | UNKNOWN_TAG | /heap_fixture/operations/0"
            })
    void a_corpus_with_one_wrong_value_is_refused_there(String from, String to, JsonErrorCode code, String path) {
        String sound = new String(HeapDocuments.worked("practice.json"), StandardCharsets.UTF_8);
        assertThat(sound).contains(from);
        String changed =
                sound.substring(0, sound.indexOf(from)) + to + sound.substring(sound.indexOf(from) + from.length());
        assertRefused(changed, code, path);
    }

    @Test
    void a_member_that_is_missing_is_refused_and_one_that_is_unknown_is_skipped() {
        String sound = new String(HeapDocuments.worked("practice.json"), StandardCharsets.UTF_8);
        assertRefused(sound.replace("\"hasher\": \"blake3\",", ""), JsonErrorCode.MISSING_MEMBER, "");
        String extra = sound.replace("\"hasher\": \"blake3\",", "\"hasher\": \"blake3\", \"extra\": [1],");
        assertThat(JsonInput.read(extra, HeapParityCorpus.READ, HeapParityCorpus.CODEC))
                .isEqualTo(HeapDocuments.practiceCorpus());
    }

    @Test
    void a_payload_may_be_written_in_upper_case() {
        String sound = new String(HeapDocuments.worked("practice.json"), StandardCharsets.UTF_8);
        HeapParityCorpus upper = JsonInput.read(
                sound.replace("\"00ff10\"", "\"00FF10\""), HeapParityCorpus.READ, HeapParityCorpus.CODEC);
        assertThat(upper.resourceFixture().recomputed(Hasher.BLAKE3, upper.channelFixture()))
                .isEqualTo(upper.resourceFixture());
    }
}
