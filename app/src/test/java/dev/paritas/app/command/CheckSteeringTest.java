package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.report.CaseFailure;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.Mismatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which checks a command line makes, in a project that has nothing but this program. */
class CheckSteeringTest {
    @TempDir
    Path folder;

    private Ran check(String... options) {
        return Ran.paritas(Stream.concat(Stream.of("check", "--root", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void the_list_has_id_lane_evidence_and_title_and_leaves_no_report() {
        Ran ran = check("types", "--list");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualToNormalizingNewlines("""
                        types/published  types        independent  shapes of the semantic objects against the published table
                        types/lean       types        independent  shapes of the semantic objects against the Lean sources
                        2 checks
                        """);
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void a_selection_is_made_and_the_rest_is_not_there() {
        Ran ran = check("types", "--select", "published$");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("1 executed", "0 skipped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types --select heap",
                "types --select (",
                "types --select ((([a-z/]+)+)+)+Q",
                "types --shard 0/2",
                "types --shard 3/2",
                "types --shard x",
                "types --workers 0",
                "types --workers 65",
                "types --max-fail 0",
                "types --max-fail 1 --fail-fast",
                "types --quiet --verbose",
                "types --json --list",
                "types --json --annotations github",
                "types --annotations gitlab"
            })
    void what_selects_nothing_or_contradicts_itself_is_a_usage_error(String options) {
        Ran ran = check(options.split(" "));
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("error: USAGE: ").hasLineCount(1);
    }

    @Test
    void an_expression_that_is_too_long_is_a_usage_error() {
        assertThat(check("--select", "a".repeat(201)).exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void an_empty_shard_compared_nothing() {
        List<Integer> exits = Stream.of("1/9", "2/9", "3/9", "4/9", "5/9", "6/9", "7/9", "8/9", "9/9")
                .map(shard -> check("types", "--select", "published", "--shard", shard)
                        .exit())
                .toList();
        assertThat(exits).containsOnlyOnce(0);
        assertThat(exits.stream().filter(exit -> exit == ExitCode.DECLINED)).hasSize(8);
    }

    @Test
    void a_shard_that_holds_a_check_of_one_lane_only_compared_something() {
        assertThat(check("types", "search", "--select", "published", "--shard", "1/2")
                        .exit())
                .isEqualTo(ExitCode.DECLINED);
        assertThat(check("types", "search", "--select", "published|runner$", "--shard", "2/2")
                        .exit())
                .isZero();
        assertThat(check("types", "effects", "--select", "published", "--shard", "1/2")
                        .exit())
                .isZero();
    }

    @Test
    void quiet_prints_what_stops_and_the_closing_lines() {
        List<String> lines = check("types", "suite", "--quiet").out().lines().toList();
        assertThat(lines).noneMatch(line -> line.startsWith("OK") || line.startsWith("KNOWN"));
        assertThat(lines).anyMatch(line -> line.startsWith("STOP digests of the corpus"));
        assertThat(lines.getLast()).startsWith("report sha256=");
    }

    @Test
    void annotations_escape_what_ends_a_workflow_command() {
        LaneReport report = LaneReport.of(
                "check-parity",
                "default",
                false,
                List.of(),
                Map.of(),
                List.of(
                        LaneCheck.of(
                                Check.recorded("a,b:c%", "title"),
                                1,
                                List.of(new Mismatch("k", "1\r\n::error::forged", "100%", "here")),
                                0),
                        LaneCheck.of(
                                Check.recorded("d", "other"),
                                List.of(),
                                0,
                                List.of(),
                                List.of(),
                                List.of(new CaseFailure("case", "it died", null, "")),
                                NormalizationLedger.EMPTY,
                                0),
                        LaneCheck.of(Check.recorded("e", "fine"), 1, List.of(), 0)),
                List.of());
        assertThat(Annotations.GITHUB.of(report))
                .containsExactly(
                        "::error title=a%2Cb%3Ac%25::title%0Ak at here: expected 1%0D%0A::error::forged, got 100%25",
                        "::error title=d::case: it died; 0 cases were compared");
    }

    @Test
    void a_blocked_check_is_annotated_on_the_command_line() {
        Ran ran = check("suite", "--annotations", "github");
        assertThat(ran.exit()).isEqualTo(ExitCode.DECLINED);
        assertThat(ran.out()).contains("\n::error title=suite/digests::there is no corpus at ");
    }
}
