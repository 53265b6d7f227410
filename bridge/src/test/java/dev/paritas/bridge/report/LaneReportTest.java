package dev.paritas.bridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.compare.Evidence;
import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneReportTest {
    private static final Mismatch MISMATCH = new Mismatch("trace:tick", "10", "11", "ping_pong");

    private static final Check RUNS = Check.recorded("suite/r", "machine against corpus");
    private static final Check DIALECT = Check.independent("x", "dialect");
    private static final Check SHAPES = Check.independent("types/lean", "shapes");

    private static LaneReport report(boolean strict, LaneCheck... checks) {
        return LaneReport.of("check-parity", "--suite", strict, List.of(), Map.of(), List.of(checks), List.of());
    }

    private static LaneCheck passed(long duration) {
        return LaneCheck.of(RUNS, 7, List.of(), duration);
    }

    private static LaneCheck check(CheckStatus status, @Nullable String reason, long cases) {
        return new LaneCheck(
                "x",
                "x",
                Evidence.RECORDED,
                List.of(),
                status,
                List.of(),
                List.of(),
                List.of(),
                reason,
                null,
                0,
                cases);
    }

    private static LaneCheck broken(long cases) {
        return LaneCheck.of(
                DIALECT,
                List.of(),
                cases,
                List.of(),
                List.of(),
                List.of(new CaseFailure("case-3", "child ended with exit code 137", 137L, "out of memory\nat last\n")),
                NormalizationLedger.EMPTY,
                1);
    }

    @Test
    void a_check_with_cases_and_without_mismatches_passes_with_exit_code_zero() {
        LaneReport report = report(false, passed(1));
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
        assertThat(report.result().exitCode()).isZero();
        assertThat(report.totals()).isEqualTo(new LaneTotals(1, 1, 0, 0, 0, 0, 0, new EvidenceTotals(0, 0, 1, 0)));
    }

    @Test
    void one_mismatch_fails_the_run_with_exit_code_one() {
        LaneReport report = report(false, passed(1), LaneCheck.of(DIALECT, 7, List.of(MISMATCH), 1));
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.result().exitCode()).isEqualTo(1);
    }

    @Test
    void zero_cases_are_blocked_with_exit_code_four() {
        LaneReport report = report(false, LaneCheck.of(RUNS, 0, List.of(), 1));
        assertThat(report.checks().getFirst().skippedReason()).isEqualTo("zero cases were compared");
        assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
        assertThat(report.result().exitCode()).isEqualTo(4);
    }

    @Test
    void a_run_without_any_check_is_blocked() {
        assertThat(report(false).result()).isEqualTo(LaneResult.BLOCKED);
    }

    @Test
    void only_skipped_checks_are_blocked_since_nothing_was_executed() {
        assertThat(report(false, LaneCheck.skipped(SHAPES, SkipCause.LEAN, "no Lean sources"))
                        .result())
                .isEqualTo(LaneResult.BLOCKED);
    }

    @Test
    void a_skipped_check_is_harmless_beside_a_passed_one_but_fails_a_strict_run() {
        LaneCheck skipped = LaneCheck.skipped(SHAPES, SkipCause.LEAN, "no Lean sources");
        assertThat(report(false, passed(1), skipped).result()).isEqualTo(LaneResult.PASS);
        assertThat(report(true, passed(1), skipped).result()).isEqualTo(LaneResult.FAIL);
    }

    @Test
    void a_blocked_check_blocks_the_run_unless_another_one_failed() {
        LaneCheck blocked = LaneCheck.blocked(SHAPES, SkipCause.LEAN, "no Lean sources");
        assertThat(report(false, passed(1), blocked).result()).isEqualTo(LaneResult.BLOCKED);
        assertThat(report(false, blocked, LaneCheck.of(DIALECT, 1, List.of(MISMATCH), 1))
                        .result())
                .isEqualTo(LaneResult.FAIL);
    }

    @Test
    void a_check_that_compared_nothing_cannot_be_built_as_passed() {
        assertThatThrownBy(() -> check(CheckStatus.PASS, null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_skipped_check_needs_a_reason_and_a_passed_one_must_not_have_one() {
        assertThatThrownBy(() -> check(CheckStatus.SKIPPED, null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> check(CheckStatus.PASS, "why", 1)).isInstanceOf(IllegalArgumentException.class);
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
        assertThat(report(false, LaneCheck.of(RUNS, 8, List.of(), 1)).sha256()).isNotEqualTo(digest);
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
        LaneReport report = report(false, passed(3), LaneCheck.skipped(SHAPES, SkipCause.LEAN, "c"));
        Path file = folder.resolve("parity/check-parity.json");
        report.writeTo(file);
        assertThat(JsonInput.read(Files.readAllBytes(file), ReadPolicy.STRICT, LaneReport.CODEC))
                .isEqualTo(report);
    }

    @Test
    void a_document_whose_result_was_improved_by_hand_is_refused() {
        String text =
                JsonOutput.compactText(LaneReport.CODEC, report(false, LaneCheck.of(DIALECT, 1, List.of(MISMATCH), 1)));
        String forged = text.replace("\"result\":\"fail\"", "\"result\":\"pass\"");
        assertThatThrownBy(() -> JsonInput.read(forged, ReadPolicy.STRICT, LaneReport.CODEC))
                .hasMessageContaining("does not follow");
    }

    @Test
    void lines_name_every_check_and_close_with_the_digest() {
        LaneReport report = report(
                false,
                passed(1),
                LaneCheck.of(DIALECT, 1, List.of(MISMATCH), 1),
                LaneCheck.skipped(SHAPES, SkipCause.LEAN, "no Lean sources"));
        assertThat(LaneReportText.lines(report))
                .containsExactly(
                        "OK   machine against corpus (7 cases)",
                        "FAIL dialect (1 case)",
                        "       trace:tick at ping_pong: expected 10, got 11",
                        "SKIP 1 check: there is no Lean model here; run just lean-setup lean-build",
                        "2 executed: 1 passed, 1 failed, 0 covered; 1 skipped, 0 blocked, 0 broken",
                        "check-parity: failed (evidence: 0 reference, 1 independent, 1 recorded, 0 transport)",
                        "report sha256=" + report.sha256());
    }

    @Test
    void checks_left_out_for_one_cause_share_a_line_and_are_named_where_all_is_asked_for() {
        LaneReport report = report(
                false,
                passed(1),
                LaneCheck.skipped(SHAPES, SkipCause.LEAN, "lake has built no validator"),
                LaneCheck.skipped(Check.reference("golden/runs", "published runs"), SkipCause.REFERENCE, "no runs"),
                LaneCheck.skipped(DIALECT, SkipCause.LEAN, "lake has built no runner"));
        assertThat(LaneReportText.closing(report, false))
                .startsWith(
                        "SKIP 2 checks: there is no Lean model here; run just lean-setup lean-build",
                        "SKIP 1 check: the reference's own files are not here; run just reference CHECKOUT, or name them in PARITAS_REFERENCE");
        assertThat(LaneReportText.closing(report, true))
                .contains(
                        "       shapes: lake has built no validator",
                        "       dialect: lake has built no runner",
                        "       published runs: no runs");
    }

    @Test
    void known_divergences_are_counted_and_listed_only_where_all_is_asked_for() {
        List<Mismatch> known = Collections.nCopies(7, MISMATCH);
        LaneCheck covered =
                LaneCheck.of(DIALECT, List.of(), 9, List.of(), known, List.of(), NormalizationLedger.EMPTY, 1);
        assertThat(covered.status()).isEqualTo(CheckStatus.COVERED);
        assertThat(LaneReportText.check(covered, false))
                .containsExactly("KNOWN dialect (9 cases, 7 known divergences)");
        assertThat(LaneReportText.check(covered, true)).hasSize(8);
    }

    @Test
    void a_case_that_failed_breaks_the_check_with_exit_code_three_and_keeps_place_and_last_words() {
        LaneReport report = report(false, passed(1), broken(2), LaneCheck.blocked(SHAPES, SkipCause.LEAN, "none"));
        assertThat(report.result()).isEqualTo(LaneResult.BROKEN);
        assertThat(report.result().exitCode()).isEqualTo(3);
        assertThat(LaneReportText.check(broken(2), false))
                .containsExactly(
                        "STOP dialect: case-3: child ended with exit code 137; 2 cases were compared",
                        "       case-3: child ended with exit code 137",
                        "         | out of memory",
                        "         | at last");
        assertThat(report.checks().get(1).failures().getFirst().exitCode()).isEqualTo(137);
    }

    @Test
    void a_difference_wins_over_a_case_that_failed() {
        LaneCheck both = LaneCheck.of(
                DIALECT,
                List.of(),
                2,
                List.of(MISMATCH),
                List.of(),
                broken(1).failures(),
                NormalizationLedger.EMPTY,
                1);
        assertThat(both.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(report(false, both, broken(1)).result().exitCode()).isEqualTo(1);
        assertThat(LaneReportText.check(both, false))
                .contains("       case-3: child ended with exit code 137", "         | out of memory");
    }

    @Test
    void a_pass_says_against_what_it_was_not_held() {
        LaneCheck reference = LaneCheck.of(Check.reference("golden/runs", "runs"), 1, List.of(), 1);
        LaneCheck independent = LaneCheck.of(DIALECT, 1, List.of(), 1);
        LaneCheck lean = sided(ImplementationId.JAVA_MODEL, ImplementationId.LEAN_MODEL);
        LaneCheck noLean = LaneCheck.skipped(SHAPES, SkipCause.LEAN, "none");
        assertThat(verdict(passed(1)))
                .isEqualTo("check-parity: ok, but no answer of the reference and no independent model took part"
                        + " (evidence: 0 reference, 0 independent, 1 recorded, 0 transport)");
        assertThat(verdict(reference, noLean))
                .startsWith("check-parity: ok, but no independent model took part: run just lean-setup lean-build (");
        assertThat(verdict(reference, independent, noLean))
                .startsWith("check-parity: ok, but the Lean model took no part: run just lean-setup lean-build (");
        assertThat(verdict(independent, noLean))
                .startsWith("check-parity: ok, but no answer of the reference and no Lean model took part: run just");
        assertThat(verdict(independent)).startsWith("check-parity: ok, but no answer of the reference took part (");
        assertThat(verdict(reference, lean, noLean))
                .isEqualTo("check-parity: ok (evidence: 1 reference, 1 independent, 0 recorded, 0 transport)");
        assertThat(report(false, passed(1), noLean).missingEvidence())
                .containsExactly(MissingEvidence.REFERENCE, MissingEvidence.INDEPENDENT, MissingEvidence.LEAN);
    }

    private static LaneCheck sided(String left, String right) {
        List<Identity> sides = List.of(
                new Identity("Paritas", Optional.of("1"), new ImplementationId(left, "ab")),
                new Identity("runner", Optional.empty(), new ImplementationId(right, "cd")));
        return LaneCheck.of(
                Check.independent("lean/machine", "lean"),
                sides,
                1,
                List.of(),
                List.of(),
                List.of(),
                NormalizationLedger.EMPTY,
                1);
    }

    @Test
    void one_implementation_on_both_sides_is_transport_whatever_the_check_was_meant_to_be() {
        assertThat(sided(ImplementationId.JAVA_MACHINE, ImplementationId.JAVA_MODEL)
                        .evidence())
                .isEqualTo(Evidence.INDEPENDENT);
        LaneCheck same = sided(ImplementationId.JAVA_MODEL, ImplementationId.JAVA_MODEL);
        assertThat(same.evidence()).isEqualTo(Evidence.TRANSPORT);
        assertThat(report(false, same).totals().evidence()).isEqualTo(new EvidenceTotals(0, 0, 0, 1));
        String text = JsonOutput.compactText(LaneReport.CODEC, report(false, same));
        assertThat(text)
                .contains(
                        "\"sides\":[{\"implementation\":{\"digest\":\"ab\",\"kind\":\"java-model\"},\"name\":\"Paritas\"");
        assertThatThrownBy(() -> JsonInput.read(
                        text.replace("\"evidence\":\"transport\"", "\"evidence\":\"independent\""),
                        ReadPolicy.STRICT,
                        LaneReport.CODEC))
                .hasMessageContaining("is no independent evidence");
    }

    private static String verdict(LaneCheck... checks) {
        List<String> lines = LaneReportText.lines(report(false, checks));
        return lines.get(lines.size() - 2);
    }

    @Test
    void evidence_is_part_of_the_digest_and_cannot_be_improved_by_hand() {
        LaneReport report = report(false, passed(1));
        String text = JsonOutput.compactText(LaneReport.CODEC, report);
        assertThat(report(false, LaneCheck.of(Check.reference("suite/r", "machine against corpus"), 7, List.of(), 1))
                        .sha256())
                .isNotEqualTo(report.sha256());
        assertThat(text).contains("\"missing_evidence\":[\"reference\",\"independent\"]");
        for (String forged : List.of(
                text.replace("\"missing_evidence\":[\"reference\",\"independent\"]", "\"missing_evidence\":[]"),
                text.replace("\"evidence\":\"recorded\"", "\"evidence\":\"reference\""))) {
            assertThatThrownBy(() -> JsonInput.read(forged, ReadPolicy.STRICT, LaneReport.CODEC))
                    .hasMessageFindingMatch("does not follow|do not add up");
        }
    }

    @Test
    void the_digest_is_plain_sha256() {
        assertThat(Sha256.hex(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
