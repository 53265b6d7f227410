package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.report.LaneReport;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a project that has nothing but this program. */
class ReportCommandTest {
    @TempDir
    Path folder;

    private Ran check(String... options) {
        return Ran.paritas(Stream.concat(Stream.of("check", "--root", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private LaneReport report(String name) throws IOException {
        return JsonInput.read(
                Files.readAllBytes(folder.resolve(name).resolve("report.json")), ReadPolicy.STRICT, LaneReport.CODEC);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void a_run_leaves_the_five_forms_and_says_so() throws IOException {
        Ran ran = check("types", "effects", "--report", at("out"));
        assertThat(ran.exit()).isEqualTo(ExitCode.DECLINED);
        assertThat(ran.out().lines().toList().getLast()).isEqualTo("Wrote the report to " + at("out"));
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**/index.html")
                .isDirectoryContaining("glob:**/report.{json,md,sarif}")
                .isDirectoryContaining("glob:**/junit.xml");
        assertThat(report("out").mode()).isEqualTo("--types --effects");
        assertThat(report("out").check("effects/published").cases()).isPositive();
    }

    @Test
    void merged_shards_are_the_whole_run() throws IOException {
        assertThat(check("--report", at("whole")).exit()).isZero();
        for (String shard : new String[] {"1/3", "2/3", "3/3"}) {
            check("--shard", shard, "--report", at("shards/" + shard.charAt(0)), "--quiet");
        }
        Ran ran = Ran.paritas("report", "merge", at("shards"), "-o", at("merged"));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(report("merged").totals()).isEqualTo(report("whole").totals());
        assertThat(report("merged").mode()).isEqualTo("default");
        assertThat(report("merged").checks())
                .extracting(one -> one.id())
                .containsExactlyInAnyOrderElementsOf(
                        report("whole").checks().stream().map(one -> one.id()).toList());
    }

    @Test
    void a_missing_shard_is_refused_with_its_number_and_leaves_nothing() {
        check("--shard", "2/3", "--report", at("two"), "--quiet");
        Ran ran = Ran.paritas("report", "merge", at("two"), "-o", at("merged"));
        assertThat(ran.exit()).isEqualTo(ExitCode.BROKEN);
        assertThat(ran.err())
                .isEqualToNormalizingNewlines(
                        "error: MISSING_SHARDS at reports: of 3 shards these are missing: 1, 3\n");
        assertThat(ran.out()).isEmpty();
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void what_is_no_report_is_named() throws IOException {
        Files.writeString(folder.resolve("none.json"), "{}");
        Ran ran = Ran.paritas("report", "merge", at("none.json"), "-o", at("merged"));
        assertThat(ran.exit()).isEqualTo(ExitCode.BROKEN);
        assertThat(ran.err()).contains("none.json").hasLineCount(1);
        assertThat(Ran.paritas("report", "merge", at("nowhere"), "-o", at("merged"))
                        .exit())
                .isEqualTo(ExitCode.BROKEN);
        assertThat(Ran.paritas("report", "merge", folder.toString(), "-o", at("merged"))
                        .err())
                .startsWith("error: NO_REPORT at ");
        assertThat(Ran.paritas("report").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(check("--trend", at("x")).exit()).isEqualTo(ExitCode.USAGE);
        assertThat(check("all", "types", "--report", at("x")).exit()).isEqualTo(ExitCode.USAGE);
    }
}
