package dev.paritas.bridge.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.role.TelltaleValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lane with our own validator in the place of a built Lean runner, so that it can be tampered with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runner is a shell script")
@DisabledIfEnvironmentVariable(
        named = "PARITAS_LEAN_RUNNERS",
        matches = ".+",
        disabledReason = "the setting of this machine would win")
class LeanLaneTest {
    private static final Path ROOT = Path.of(System.getProperty("paritas.root", ".."));

    @TempDir
    Path folder;

    private LaneReport report(String filter) throws IOException {
        Path runner = folder.resolve("lean/.lake/build/bin/telltale_validator");
        Files.createDirectories(runner.getParent());
        Files.writeString(
                runner,
                "#!/bin/sh\n'" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                        + TelltaleValidator.class.getName() + " \"$@\"" + filter + "\n");
        Files.setPosixFilePermissions(runner, PosixFilePermissions.fromString("rwxr-xr-x"));
        return LaneRunner.run(LaneSelection.LEAN, environment(), LaneProgress.SILENT);
    }

    private LaneEnvironment environment() {
        LaneEnvironment at = LaneEnvironment.at(ROOT, false);
        return new LaneEnvironment(
                at.root(),
                at.corpus(),
                at.fixtures(),
                folder.resolve("no-reference"),
                folder.resolve("lean"),
                folder.resolve("no-runners"),
                folder.resolve("out"),
                false);
    }

    @Test
    void a_faithful_runner_passes_and_every_corpus_type_is_compared() throws IOException {
        LaneReport report = report("");
        assertThat(report.checks())
                .extracting(LaneCheck::id)
                .containsExactly("lean/projections", "lean/checks", "lean/pairs");
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
        assertThat(report.checks().getFirst().cases()).isGreaterThanOrEqualTo(208);
        assertThat(report.checks().get(1).cases()).isGreaterThan(100);
        assertThat(report.checks().getLast().skippedReason()).contains("no published data");
    }

    @Test
    void a_runner_that_differs_fails_with_the_place() throws IOException {
        LaneReport report = report(
                " | sed -u -e 's/\"kind\":\"recv\"/\"kind\":\"send\"/g' -e 's/\"result\":true/\"result\":false/'");
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.checks())
                .extracting(LaneCheck::status)
                .containsExactly(CheckStatus.FAIL, CheckStatus.FAIL, CheckStatus.SKIPPED);
        assertThat(report.checks().getFirst().mismatches())
                .first()
                .extracting(Mismatch::location)
                .asString()
                .startsWith("corpus/");
    }

    @Test
    void a_runner_that_dies_breaks_the_checks_off() throws IOException {
        assertThat(report(" >/dev/null; exit 3").checks())
                .extracting(LaneCheck::status)
                .containsExactly(CheckStatus.BLOCKED, CheckStatus.BLOCKED, CheckStatus.SKIPPED);
    }

    @Test
    void without_lean_the_lane_is_skipped_with_every_reason() {
        LaneReport report = LaneRunner.run(LaneSelection.LEAN, environment(), LaneProgress.SILENT);
        assertThat(report.checks()).hasSize(3).allSatisfy(check -> {
            assertThat(check.status()).isEqualTo(CheckStatus.SKIPPED);
            assertThat(check.skippedReason()).contains("lake has built no telltale_validator", "just lean-setup");
        });
        assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
    }
}
