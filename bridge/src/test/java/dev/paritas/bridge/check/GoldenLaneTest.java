package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.corpus.ReferenceFile;
import dev.paritas.bridge.corpus.ReferenceIndex;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measured runs of the reference's machine. */
class GoldenLaneTest {
    private static final String FULL = "r-runs/full.jsonl.gz";

    @TempDir
    Path folder;

    @Test
    void every_published_run_is_repeated_in_full() {
        LaneReport report = golden(Checkout.CORPUS);
        assertThat(report.check("golden/runs").status()).isEqualTo(CheckStatus.PASS);
        assertThat(report.check("golden/runs").cases()).isEqualTo(160);
        assertThat(report.check("golden/full-runs").status()).isEqualTo(CheckStatus.PASS);
        assertThat(report.check("golden/full-runs").cases()).isEqualTo(20);
    }

    /** Each of these stands in the first published run; the replacement is another value of the same shape. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\":\"ready\"|\"status\":\"blocked\"|rounds",
                "\"effect_kind\":\"send_decision\"|\"effect_kind\":\"handle_recv\"|effect_trace",
                "\"handler_identity\":\"default_handler\",\"ordering_key\":1,\"outcome\"|"
                        + "\"handler_identity\":\"another\",\"ordering_key\":1,\"outcome\"|effect_exchanges",
                "\"agreement_contracts\":[{|\"agreement_contracts\":[{\"more\":1,|semantic_objects",
                "\"end\":\"|\"end\":\"other|end"
            })
    void a_change_in_any_published_part_fails_the_lane(String published, String changed, String part)
            throws IOException {
        Path full = Checkout.CORPUS.resolve("reference").resolve(FULL);
        String line = unpacked(full).lines().findFirst().orElseThrow();
        assertThat(line).contains(published);
        int at = line.indexOf(published);
        packed(line.substring(0, at) + changed + line.substring(at + published.length()));
        LaneCheck check = golden(folder).check("golden/full-runs");
        assertThat(check.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(check.mismatches())
                .extracting(Mismatch::key)
                .singleElement()
                .asString()
                .startsWith("golden/full-runs:")
                .endsWith("/" + part);
    }

    @Test
    void absent_runs_are_blocked_and_endless_ones_broken() throws IOException {
        assertThat(golden(folder).check("golden/reference-digests").skippedReason())
                .isEqualTo("there are no reference answers at reference");
        packed("\n".repeat((64 << 20) + 1));
        LaneCheck check = golden(folder).check("golden/full-runs");
        assertThat(check.status()).isEqualTo(CheckStatus.BROKEN);
        assertThat(check.skippedReason()).contains("unpacks to more than 67108864 bytes");
    }

    @Test
    void a_change_that_the_index_does_not_know_stops_the_lane_at_the_digests() throws IOException {
        packed("{}");
        Files.writeString(folder.resolve("reference").resolve(FULL), "{}");
        LaneReport report = golden(folder);
        assertThat(report.check("golden/reference-digests").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("reference:DIGEST_MISMATCH");
        assertThat(report.checks()).extracting(LaneCheck::id).doesNotContain("golden/runs", "golden/full-runs");
    }

    @Test
    void imported_files_are_held_to_the_index_of_their_import() throws IOException {
        Path imported = Files.createDirectories(folder.resolve("imported"));
        Files.writeString(imported.resolve("a.json"), "{}");
        ReferenceFile file = new ReferenceFile("a.json", "0".repeat(64), 1, null, "a/a.json");
        Files.write(
                imported.resolve(ReferenceIndex.FILE),
                ReferenceIndex.of("telltale", null, List.of(file)).bytes());
        assertThat(golden(folder).check("golden/imported-digests").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("reference:DIGEST_MISMATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"input.json", "A.expected.json"})
    void a_published_projection_that_cannot_be_read_breaks_its_check_and_no_other(String file) throws IOException {
        Path one = Files.createDirectories(folder.resolve("imported/golden/one"));
        Files.writeString(one.resolve("input.json"), "{\"kind\":\"end\"}");
        Files.writeString(one.resolve(file), "{\"kind\":");
        LaneReport report = golden(Checkout.CORPUS);
        LaneCheck check = report.check("golden/projections");
        assertThat(check.status()).isEqualTo(CheckStatus.BROKEN);
        assertThat(check.skippedReason()).contains("imported/golden/one/" + file + ": ");
        assertThat(report.check("golden/runs").status()).isEqualTo(CheckStatus.PASS);
    }

    private LaneReport golden(Path corpus) {
        return LaneRunner.run(
                LaneSelection.GOLDEN,
                new LaneEnvironment(
                        folder,
                        corpus,
                        folder.resolve("no-fixtures"),
                        folder.resolve("imported"),
                        folder.resolve("no-lean"),
                        folder.resolve("no-runners"),
                        folder.resolve("out"),
                        false),
                LaneProgress.SILENT);
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void packed(String text) throws IOException {
        Path reference = folder.resolve("reference");
        Files.createDirectories(reference.resolve("r-runs"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(reference.resolve(FULL)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        String sha256 = Sha256.hex(Files.readAllBytes(reference.resolve(FULL)));
        ReferenceFile file = new ReferenceFile(FULL, sha256, 1, null, "made by this test");
        Files.write(
                reference.resolve(ReferenceIndex.FILE),
                ReferenceIndex.of("telltale 17.0.0", null, List.of(file)).bytes());
    }
}
