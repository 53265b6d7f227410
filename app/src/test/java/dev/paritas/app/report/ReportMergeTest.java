package dev.paritas.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.InputFile;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.Shard;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportMergeTest {
    private static final String DIGEST = "0a".repeat(32);

    private static LaneCheck passed(String id) {
        return LaneCheck.of(Check.recorded(id, id), 2, List.of(), 7);
    }

    private static LaneCheck failed(String id, long duration) {
        return LaneCheck.of(Check.recorded(id, id), 2, List.of(new Mismatch("k", "1", "2", "here")), duration);
    }

    private static LaneReport report(String mode, @Nullable Shard shard, String digest, LaneCheck... checks) {
        return of(mode, shard, false, digest, "0.1.0", checks);
    }

    private static LaneReport of(
            String mode, @Nullable Shard shard, boolean strict, String digest, String release, LaneCheck... checks) {
        return LaneReport.of(
                "check-parity",
                mode + (shard == null ? "" : " " + shard.option()),
                shard,
                strict,
                List.of(new InputFile("corpus/index.json", digest)),
                Map.of("paritas", new JsonValue.Text(release)),
                List.of(checks),
                List.of("deviation-" + checks.length));
    }

    private static LaneReport shard(long index, long count, LaneCheck... checks) {
        return report("default", new Shard(index, count), DIGEST, checks);
    }

    private static void refused(Class<? extends ReportProblem> problem, LaneReport... reports) {
        assertThatThrownBy(() -> ReportMerge.of(List.of(reports)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isInstanceOf(problem));
    }

    @Test
    void shards_become_the_report_of_the_whole_run_in_whatever_order_they_come() {
        LaneReport one = shard(1, 3, passed("heap/vectors"), passed("types/published"));
        LaneReport two = shard(2, 3, failed("suite/machine", 1));
        LaneReport empty = shard(3, 3);
        LaneReport whole = ReportMerge.of(List.of(one, two, empty));
        assertThat(whole.checks())
                .extracting(LaneCheck::id)
                .containsExactly("types/published", "suite/machine", "heap/vectors");
        assertThat(whole.mode()).isEqualTo("default");
        assertThat(whole.shard()).isNull();
        assertThat(whole.result()).isEqualTo(LaneResult.FAIL);
        assertThat(whole.inputs()).hasSize(1);
        assertThat(whole.deviationsUsed()).containsExactly("deviation-0", "deviation-1", "deviation-2");
        assertThat(ReportMerge.of(List.of(empty, two, one))).isEqualTo(whole);
    }

    @Test
    void a_missing_shard_a_repeated_one_and_one_of_another_division_are_refused() {
        refused(ReportProblem.MissingShards.class, shard(1, 3, passed("a/a")), shard(3, 3, passed("a/b")));
        refused(ReportProblem.RepeatedShard.class, shard(1, 2, passed("a/a")), shard(1, 2, passed("a/b")));
        refused(ReportProblem.OtherRun.class, shard(1, 2, passed("a/a")), shard(2, 3, passed("a/b")));
        refused(
                ReportProblem.OtherRun.class,
                shard(1, 1, passed("a/a")),
                report("default", null, DIGEST, passed("a/b")));
    }

    @Test
    void reports_of_other_inputs_releases_modes_and_strictness_are_refused() {
        LaneReport one = shard(1, 2, passed("a/a"));
        Shard second = new Shard(2, 2);
        refused(ReportProblem.OtherInput.class, one, report("default", second, "1b".repeat(32), passed("a/b")));
        refused(ReportProblem.OtherRun.class, one, report("--all", second, DIGEST, passed("a/b")));
        refused(ReportProblem.OtherRun.class, one, of("default", second, true, DIGEST, "0.1.0", passed("a/b")));
        refused(ReportProblem.OtherRun.class, one, of("default", second, false, DIGEST, "0.2.0", passed("a/b")));
        assertThat(ReportMerge.of(List.of(one, shard(2, 2, passed("a/b")))).result())
                .isEqualTo(LaneResult.PASS);
    }

    @Test
    void one_check_in_two_reports_is_refused_unless_both_say_that_others_cannot_stand_on_it() {
        refused(ReportProblem.OverlappingCheck.class, shard(1, 2, passed("a/a")), shard(2, 2, passed("a/a")));
        refused(
                ReportProblem.OverlappingCheck.class,
                shard(1, 2, passed("a/digests")),
                shard(2, 2, failed("a/digests", 1)));
        LaneReport whole =
                ReportMerge.of(List.of(shard(1, 2, failed("a/digests", 1)), shard(2, 2, failed("a/digests", 9))));
        assertThat(whole.checks()).hasSize(1);
        assertThat(whole.result()).isEqualTo(LaneResult.FAIL);
    }

    @Test
    void a_lane_that_was_asked_for_and_compared_nothing_blocks_the_whole() {
        LaneCheck skipped =
                LaneCheck.skipped(Check.independent("lean/heap", "heap"), SkipCause.LEAN, "there is no Lean");
        LaneReport lean = report("--lean", null, DIGEST, skipped);
        assertThat(lean.result()).isEqualTo(LaneResult.BLOCKED);
        LaneReport types = report("--types", null, DIGEST, passed("types/published"));
        for (LaneReport whole :
                List.of(ReportMerge.of(List.of(types, lean)), ReportMerge.together(List.of(types, lean)))) {
            assertThat(whole.mode()).isIn("--lean --types", "--types --lean");
            assertThat(whole.check("lean/heap").status()).isEqualTo(CheckStatus.BLOCKED);
            assertThat(whole.result()).isEqualTo(LaneResult.BLOCKED);
        }
        assertThat(ReportMerge.of(List.of(report("default", null, DIGEST, skipped, passed("types/published"))))
                        .result())
                .isEqualTo(LaneResult.PASS);
    }
}
