package dev.paritas.bridge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.Checkout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference's measured answers are what the index says, and every record has the shape that its schema tells. */
class ReferenceFolderTest {
    private static final ReadPolicy RECORDS = ReadPolicy.PEER.withMaxDepth(1000);

    @TempDir
    Path folder;

    @Test
    void the_index_tells_where_each_answer_comes_from() {
        ReferenceIndex index = ReferenceFolder.read(Checkout.ANSWERS).index();
        assertThat(index.program()).isEqualTo("telltale 17.0.0");
        assertThat(index.commit()).isEqualTo("d5bed45");
        assertThat(index.answers())
                .extracting(ReferenceFile::path)
                .containsExactly(
                        "fuzz-answers/answers.jsonl",
                        "fuzz-answers/cases.jsonl",
                        "r-runs/full.jsonl.gz",
                        "r-runs/runs.jsonl",
                        "subtyping/pairs.jsonl");
        assertThat(index.files()).allSatisfy(file -> assertThat(file.source()).isNotBlank());
    }

    @Test
    void every_record_is_valid_and_is_not_without_any_member_that_its_kind_has() {
        ReferenceFolder measured = ReferenceFolder.read(Checkout.ANSWERS);
        measured.index().answers().forEach(file -> {
            Schema schema = schema(measured, file);
            List<String> lines = lines(measured, file);
            assertThat(lines).as(file.path()).hasSize((int) file.records());
            SoftAssertions.assertSoftly(softly ->
                    lines.forEach(line -> softly.assertThat(schema.validate(line, InputFormat.JSON))
                            .as(file.path() + line.substring(0, 40))
                            .isEmpty()));
            for (String line : lines.subList(0, 5)) {
                Map<String, JsonValue> record =
                        ((JsonValue.Obj) JsonInput.read(line, RECORDS, JsonValue.CODEC)).members();
                for (String member : List.of("id", "well_formed", "semantic_objects", "orphan_free", "op", "steps")) {
                    Map<String, JsonValue> cut = new TreeMap<>(record);
                    if (cut.remove(member) != null) {
                        assertThat(schema.validate(new JsonValue.Obj(cut).compactText(), InputFormat.JSON))
                                .as(file.path() + " without " + member)
                                .isNotEmpty();
                    }
                }
                Map<String, JsonValue> more = new TreeMap<>(record);
                more.put("surplus", JsonValue.TRUE);
                assertThat(schema.validate(new JsonValue.Obj(more).compactText(), InputFormat.JSON))
                        .as(file.path() + " with a member that nothing describes")
                        .isNotEmpty();
            }
        });
    }

    @Test
    void a_changed_an_absent_and_an_unlisted_file_are_refused() throws IOException {
        copy();
        Path runs = folder.resolve("r-runs/runs.jsonl");
        byte[] published = Files.readAllBytes(runs);
        byte[] changed = published.clone();
        changed[100] ^= 1;
        Files.write(runs, changed);
        assertRefused(CorpusErrorCode.DIGEST_MISMATCH);
        Files.delete(runs);
        assertRefused(CorpusErrorCode.FILE_MISSING);
        Files.write(runs, published);
        assertThat(ReferenceFolder.read(folder).files()).containsKey("r-runs/runs.jsonl");
        Files.writeString(folder.resolve("more.jsonl"), "{}");
        assertRefused(CorpusErrorCode.FILE_UNLISTED);
        Files.delete(folder.resolve("more.jsonl"));
        Files.writeString(folder.resolve(ReferenceIndex.FILE), "{\"schema\":\"paritas.reference.v2\"}");
        assertRefused(CorpusErrorCode.INDEX_TAMPERED);
        Files.delete(folder.resolve(ReferenceIndex.FILE));
        assertRefused(CorpusErrorCode.NO_INDEX);
    }

    @Test
    void the_setting_names_the_folder_of_the_reference_s_own_files() {
        Path root = Path.of("/some/project");
        assertThat(ReferenceFolder.imported(root, Map.of())).isEqualTo(root.resolve("reference"));
        assertThat(ReferenceFolder.imported(root, Map.of(ReferenceFolder.SETTING, "")))
                .isEqualTo(root.resolve("reference"));
        assertThat(ReferenceFolder.imported(root, Map.of(ReferenceFolder.SETTING, "../data")))
                .isEqualTo(Path.of("/some/data"));
        assertThat(ReferenceFolder.imported(root, Map.of(ReferenceFolder.SETTING, "/data")))
                .isEqualTo(Path.of("/data"));
    }

    private void assertRefused(CorpusErrorCode code) {
        assertThatThrownBy(() -> ReferenceFolder.read(folder))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.only(CorpusProblem.class).kind())
                                .isEqualTo(code));
    }

    private void copy() throws IOException {
        for (Map.Entry<String, byte[]> file :
                CorpusFolder.read(Checkout.ANSWERS).entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    private static Schema schema(ReferenceFolder folder, ReferenceFile file) {
        String path = Objects.requireNonNull(file.schema(), file.path());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(bytes(folder, path), StandardCharsets.UTF_8), InputFormat.JSON);
    }

    private static List<String> lines(ReferenceFolder folder, ReferenceFile file) {
        byte[] bytes = bytes(folder, file.path());
        if (!file.path().endsWith(".gz")) {
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ReferenceFolder folder, String path) {
        return folder.files().getOrDefault(path, new byte[0]);
    }
}
