package dev.paritas.bridge.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.Mismatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published runs of the reference's machine, where they are. */
class GoldenLaneTest {
    private static final Path REFERENCE = LaneEnvironment.at(Path.of(System.getProperty("paritas.root", ".")), false)
            .reference();

    @TempDir
    Path folder;

    @Test
    void every_published_run_is_repeated_in_full() {
        assumeThat(REFERENCE.resolve("r-runs"))
                .as("published runs of the machine")
                .isDirectory();
        LaneReport report = golden(REFERENCE);
        assertThat(check(report, "golden/runs").status()).isEqualTo(CheckStatus.PASS);
        assertThat(check(report, "golden/runs").cases()).isEqualTo(160);
        assertThat(check(report, "golden/full-runs").status()).isEqualTo(CheckStatus.PASS);
        assertThat(check(report, "golden/full-runs").cases()).isEqualTo(20);
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
        Path full = REFERENCE.resolve("r-runs/full.jsonl.gz");
        assumeThat(full).as("published runs of the machine").isRegularFile();
        String line = unpacked(full).lines().findFirst().orElseThrow();
        assertThat(line).contains(published);
        int at = line.indexOf(published);
        packed(line.substring(0, at) + changed + line.substring(at + published.length()));
        LaneCheck check = check(golden(folder), "golden/full-runs");
        assertThat(check.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(check.mismatches())
                .extracting(Mismatch::key)
                .singleElement()
                .asString()
                .startsWith("golden/full-runs:")
                .endsWith("/" + part);
    }

    @Test
    void absent_runs_are_skipped_and_endless_ones_broken() throws IOException {
        assertThat(check(golden(folder), "golden/full-runs").status()).isEqualTo(CheckStatus.SKIPPED);
        packed("\n".repeat((64 << 20) + 1));
        LaneCheck check = check(golden(folder), "golden/full-runs");
        assertThat(check.status()).isEqualTo(CheckStatus.BROKEN);
        assertThat(check.skippedReason()).contains("unpacks to more than 67108864 bytes");
    }

    private LaneReport golden(Path reference) {
        return LaneRunner.run(
                LaneSelection.GOLDEN,
                new LaneEnvironment(
                        folder,
                        folder.resolve("no-corpus"),
                        folder.resolve("no-fixtures"),
                        reference,
                        folder.resolve("no-lean"),
                        folder.resolve("no-runners"),
                        folder.resolve("out"),
                        false),
                LaneProgress.SILENT);
    }

    private static LaneCheck check(LaneReport report, String id) {
        return report.checks().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void packed(String text) throws IOException {
        Path runs = Files.createDirectories(folder.resolve("r-runs"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(runs.resolve("full.jsonl.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
