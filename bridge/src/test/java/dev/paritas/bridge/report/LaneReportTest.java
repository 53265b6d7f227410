package dev.paritas.bridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneReportTest {
    private static final Mismatch MISMATCH = new Mismatch("trace:tick", "10", "11", "ping_pong");

    private static LaneReport report(boolean strict, LaneCheck... checks) {
        return LaneReport.of("check-parity", "--suite", strict, List.of(), Map.of(), List.of(checks), List.of());
    }

    private static LaneCheck passed(long duration) {
        return LaneCheck.of("suite/r", "machine against corpus", 7, List.of(), duration);
    }

    @Test
    void a_check_with_cases_and_without_mismatches_passes_with_exit_code_zero() {
        LaneReport report = report(false, passed(1));
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
        assertThat(report.result().exitCode()).isZero();
        assertThat(report.totals()).isEqualTo(new LaneTotals(1, 1, 0, 0, 0, 0));
    }

    @Test
    void one_mismatch_fails_the_run_with_exit_code_one() {
        LaneReport report = report(false, passed(1), LaneCheck.of("suite/l", "dialect", 7, List.of(MISMATCH), 1));
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.result().exitCode()).isEqualTo(1);
    }

    @Test
    void zero_cases_are_blocked_with_exit_code_three() {
        LaneReport report = report(false, LaneCheck.of("suite/r", "machine against corpus", 0, List.of(), 1));
        assertThat(report.checks().getFirst().skippedReason()).isEqualTo("zero cases were compared");
        assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
        assertThat(report.result().exitCode()).isEqualTo(3);
    }

    @Test
    void a_run_without_any_check_is_blocked() {
        assertThat(report(false).result()).isEqualTo(LaneResult.BLOCKED);
    }

    @Test
    void only_skipped_checks_are_blocked_since_nothing_was_executed() {
        assertThat(report(false, LaneCheck.skipped("types/lean", "shapes", "no Lean sources"))
                        .result())
                .isEqualTo(LaneResult.BLOCKED);
    }

    @Test
    void a_skipped_check_is_harmless_beside_a_passed_one_but_fails_a_strict_run() {
        LaneCheck skipped = LaneCheck.skipped("types/lean", "shapes", "no Lean sources");
        assertThat(report(false, passed(1), skipped).result()).isEqualTo(LaneResult.PASS);
        assertThat(report(true, passed(1), skipped).result()).isEqualTo(LaneResult.FAIL);
    }

    @Test
    void a_blocked_check_blocks_the_run_unless_another_one_failed() {
        LaneCheck blocked = LaneCheck.blocked("types/lean", "shapes", "no Lean sources");
        assertThat(report(false, passed(1), blocked).result()).isEqualTo(LaneResult.BLOCKED);
        assertThat(report(false, blocked, LaneCheck.of("x", "x", 1, List.of(MISMATCH), 1))
                        .result())
                .isEqualTo(LaneResult.FAIL);
    }

    @Test
    void a_check_that_compared_nothing_cannot_be_built_as_passed() {
        assertThatThrownBy(() -> new LaneCheck("x", "x", CheckStatus.PASS, List.of(), null, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_skipped_check_needs_a_reason_and_a_passed_one_must_not_have_one() {
        assertThatThrownBy(() -> new LaneCheck("x", "x", CheckStatus.SKIPPED, List.of(), null, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LaneCheck("x", "x", CheckStatus.PASS, List.of(), "why", 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void durations_and_tools_do_not_change_the_digest_and_everything_else_does() {
        String digest = report(false, passed(1)).sha256();
        LaneReport other = LaneReport.of(
                "check-parity",
                "--suite",
                false,
                List.of(),
                Map.of("java", new JsonValue.Text("25")),
                List.of(passed(999)),
                List.of());
        assertThat(other.sha256()).isEqualTo(digest);
        assertThat(report(true, passed(1)).sha256()).isNotEqualTo(digest);
        assertThat(report(false, LaneCheck.of("suite/r", "machine against corpus", 8, List.of(), 1))
                        .sha256())
                .isNotEqualTo(digest);
    }

    @Test
    void inputs_are_sorted_by_path() {
        InputFile b = new InputFile("b", "0".repeat(64));
        InputFile a = new InputFile("a", "1".repeat(64));
        LaneReport report =
                LaneReport.of("check-parity", "--suite", false, List.of(b, a), Map.of(), List.of(passed(1)), List.of());
        assertThat(report.inputs()).containsExactly(a, b);
    }

    @Test
    void the_written_document_reads_back_equal(@TempDir Path folder) throws Exception {
        LaneReport report = report(false, passed(3), LaneCheck.skipped("a", "b", "c"));
        Path file = report.writeTo(folder.resolve("parity"));
        assertThat(file.getFileName()).hasToString("check-parity.json");
        assertThat(JsonInput.read(Files.readAllBytes(file), ReadPolicy.STRICT, LaneReport.CODEC))
                .isEqualTo(report);
    }

    @Test
    void a_document_whose_result_was_improved_by_hand_is_refused() {
        String text = JsonOutput.compactText(
                LaneReport.CODEC, report(false, LaneCheck.of("x", "x", 1, List.of(MISMATCH), 1)));
        String forged = text.replace("\"result\":\"fail\"", "\"result\":\"pass\"");
        assertThatThrownBy(() -> JsonInput.read(forged, ReadPolicy.STRICT, LaneReport.CODEC))
                .hasMessageContaining("does not follow");
    }

    @Test
    void lines_name_every_check_and_close_with_the_digest() {
        LaneReport report = report(
                false,
                passed(1),
                LaneCheck.of("x", "dialect", 1, List.of(MISMATCH), 1),
                LaneCheck.skipped("y", "shapes", "no Lean sources"));
        assertThat(LaneReportText.lines(report))
                .containsExactly(
                        "OK   machine against corpus (7 cases)",
                        "FAIL dialect (1 case)",
                        "       trace:tick at ping_pong: expected 10, got 11",
                        "SKIP shapes: no Lean sources",
                        "2 executed: 1 passed, 1 failed, 0 covered; 1 skipped, 0 blocked",
                        "check-parity: failed",
                        "report sha256=" + report.sha256());
    }

    @Test
    void the_digest_is_plain_sha256() {
        assertThat(Sha256.hex(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
