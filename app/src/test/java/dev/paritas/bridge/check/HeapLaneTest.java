package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.HeapParityRunnerMain;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.corpus.HeapCases;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class HeapLaneTest {
    @TempDir
    Path folder;

    private LaneEnvironment environment(Path corpus, Path reference) {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        return new LaneEnvironment(
                folder,
                corpus,
                at.fixtures(),
                reference,
                folder.resolve("no-lean"),
                folder.resolve("runners"),
                folder.resolve("out"),
                false);
    }

    private LaneReport heap(Path corpus, Path reference) {
        return LaneRunner.run(LaneSelection.HEAP, environment(corpus, reference), LaneProgress.SILENT);
    }

    private void runner(String... lines) throws IOException {
        Path file = Files.createDirectories(folder.resolve("runners")).resolve("heap_parity_runner");
        Executables.script(file, lines);
    }

    private void ownRunner() throws IOException {
        runner("exec " + Executables.javaLine(HeapParityRunnerMain.class));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers are shell scripts")
    void heap_model_and_runner_agree_on_everything_published() throws IOException {
        ownRunner();
        LaneReport report = heap(Checkout.CORPUS, folder.resolve("no-reference"));
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
        assertThat(report.check("heap/parity").cases()).isEqualTo(201);
        assertThat(report.check("heap/vectors").cases()).isEqualTo(21);
        assertThat(report.check("heap/model").cases()).isEqualTo(201);
        assertThat(report.check("heap/runner").cases()).isEqualTo(1);
        assertThat(report.check("heap/runner-serving").cases()).isEqualTo(201);
        assertThat(report.check("heap/reference-vectors").status()).isEqualTo(CheckStatus.SKIPPED);
        assertThat(report.check("heap/lean").skippedReason()).isEqualTo("there is no Lean heap parity runner");
    }

    @Test
    void without_a_runner_the_lane_by_name_is_blocked() {
        LaneReport report = heap(Checkout.CORPUS, folder.resolve("no-reference"));
        assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
        assertThat(report.check("heap/runner").skippedReason())
                .isEqualTo("there is no runner at runners/heap_parity_runner");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runner is a shell script")
    void a_runner_with_one_other_digit_fails_the_lane_and_is_shown() throws IOException {
        String output = Files.readString(Checkout.FIXTURES.resolve("heap/practice-output.json"));
        Files.writeString(folder.resolve("answer.json"), output.replaceFirst("54544850010041", "54544850010042"));
        runner("[ \"$1\" = --serve ] && exit 1", "cat '" + folder.resolve("answer.json") + "'");
        LaneReport report = heap(Checkout.CORPUS, folder.resolve("no-reference"));
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("heap/runner").mismatches())
                .extracting(Mismatch::location)
                .containsExactly("heap/fixtures/practice/resource_fixture/canonical_bytes_hex");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runner is a shell script")
    void a_runner_that_fails_breaks_its_check_with_its_words() throws IOException {
        runner("echo no such luck >&2", "exit 3");
        LaneCheck check = heap(Checkout.CORPUS, folder.resolve("no-reference")).check("heap/runner");
        assertThat(check.status()).isEqualTo(CheckStatus.BROKEN);
        assertThat(check.skippedReason()).contains("ended with exit code 3 and no answer");
        assertThat(check.failures().getFirst().stderr()).isEqualTo("no such luck");
    }

    @Test
    void a_corpus_with_one_other_digit_under_a_fresh_index_fails_the_lane() {
        Case<HeapParityCorpus> sound = HeapCases.make().parity().getFirst();
        String json =
                JsonOutput.compactText(HeapParityCorpus.CODEC, sound.value()).replaceFirst("9d7c5cfd", "9d7c5cfe");
        List<Case<HeapParityCorpus>> parity = new ArrayList<>();
        parity.add(new Case<>(sound.id(), JsonInput.read(json, ReadPolicy.STRICT, HeapParityCorpus.CODEC)));
        Corpus corpus = Corpus.of("test/1", 0, List.of(), new HeapCases(parity, List.of()).documents());
        CorpusFolder.publish(folder.resolve("corpus"), corpus.files());
        LaneReport report = heap(folder.resolve("corpus"), folder.resolve("no-reference"));
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("heap/parity").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("heap/parity:/heap_fixture/commitment_hash_hex");
        // no vectors: a check that compared nothing never passes
        assertThat(report.check("heap/vectors").status()).isEqualTo(CheckStatus.BLOCKED);
    }

    @Test
    void reference_files_are_compared_where_they_are() throws IOException {
        Path reference = Files.createDirectories(folder.resolve("reference/heap"));
        String practice = Files.readString(Checkout.FIXTURES.resolve("heap/practice.json"));
        Files.writeString(reference.resolve("heap_lean_parity_v1.json"), practice);
        LaneReport report = heap(Checkout.CORPUS, folder.resolve("reference"));
        assertThat(report.check("heap/reference-parity").status()).isEqualTo(CheckStatus.PASS);
        assertThat(report.check("heap/reference-sample").status()).isEqualTo(CheckStatus.SKIPPED);
        Files.writeString(reference.resolve("heap_lean_parity_v1.json"), practice.replace("9d7c5cfd", "9d7c5cfe"));
        LaneCheck changed = heap(Checkout.CORPUS, folder.resolve("reference")).check("heap/reference-parity");
        assertThat(changed.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(changed.mismatches()).hasSize(2);
        Files.writeString(reference.resolve("heap_lean_parity_v1.json"), "{\"schema_version\":");
        assertThat(heap(Checkout.CORPUS, folder.resolve("reference"))
                        .check("heap/reference-parity")
                        .mismatches())
                .extracting(Mismatch::key)
                .containsExactly("heap/reference-parity:INVALID_JSON");
    }
}
