package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.report.LaneReport;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The fuzz lane on a command line, in a project without Lean. */
@DisabledIfEnvironmentVariable(
        named = "PARITAS_LEAN_RUNNERS",
        matches = ".+",
        disabledReason = "the setting of this machine would win")
class FuzzCommandTest {
    @TempDir
    Path folder;

    private Ran check(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "check";
        words[1] = "--root";
        words[2] = folder.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Ran.paritas(words);
    }

    private LaneReport report() throws IOException {
        return JsonInput.read(
                Files.readAllBytes(folder.resolve("target/parity/check-parity.json")),
                ReadPolicy.STRICT,
                LaneReport.CODEC);
    }

    @Test
    void the_seed_is_told_and_gives_the_same_report_again() throws IOException {
        Ran first = check("--fuzz", "6");
        assertThat(first.exit()).as("without Lean the lane is blocked").isEqualTo(4);
        String again = first.out().lines().toList().getLast();
        assertThat(again).matches("again: paritas check --fuzz 6 --seed [0-9]+");
        LaneReport report = report();
        assertThat(again).endsWith(report.mode());
        Ran second = check("--fuzz", "6", "--seed", again.substring(again.lastIndexOf(' ') + 1));
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(report().sha256()).isEqualTo(report.sha256());
    }

    @Test
    void where_lean_is_required_the_lane_fails() {
        Ran ran = check("--fuzz", "4", "--seed", "9", "--require-lean");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("fuzz/lean:unavailable");
    }

    @Test
    void zero_cases_are_no_pass() {
        assertThat(check("--fuzz", "0", "--seed", "9").exit()).isEqualTo(4);
    }

    @Test
    void a_comparison_with_lean_needs_lean() throws IOException {
        Path type = folder.resolve("type.json");
        Files.writeString(type, "{\"kind\":\"end\"}");
        Ran ran = Ran.paritas("compare", "--root", folder.toString(), "--lean", type.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("there is no Lean here: ");
    }
}
