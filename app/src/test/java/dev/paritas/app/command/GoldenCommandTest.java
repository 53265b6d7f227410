package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code golden}: the texts of spec 10 §8.3. */
final class GoldenCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_missing_corpus_is_said_and_not_an_error() {
        Path missing = folder.resolve("missing");
        assertThat(Ran.paritas("golden", "--golden-dir", missing.toString(), "list"))
                .isEqualTo(new Ran(0, "No golden files found at \"" + missing + "\"\n", ""));
    }

    @Test
    void list_shows_cases_and_roles_in_order() throws IOException {
        for (String file :
                new String[] {"b/Z.expected.json", "b/A.expected.json", "b/input.json", "a/X.expected.json"}) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, "{\"kind\":\"end\"}");
        }
        assertThat(Ran.paritas("golden", "--golden-dir", folder.toString(), "list")
                        .out())
                .isEqualTo("Golden test cases:\n\n  a (roles: X)\n  b (roles: A, Z)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "regenerate", "add name not-json"})
    void without_a_validator_nothing_else_is_looked_at(String words) {
        String line = "golden --runner " + folder.resolve("none") + " " + words;
        Ran ran = Ran.paritas(line.split(" "));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("Error: Lean runner not available.").hasLineCount(1);
    }

    private Ran check(Path golden, String validator) throws IOException {
        Path script = folder.resolve("validator");
        Executables.script(script, "for last; do :; done", validator);
        return Ran.paritas("golden", "--golden-dir", golden.toString(), "--runner", script.toString(), "check");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
    void nothing_compared_is_no_pass() throws IOException {
        Path golden = folder.resolve("golden");
        assertThat(check(golden, "exit 3"))
                .isEqualTo(new Ran(4, "✗ Nothing was compared\nCases: 0 compared, 0 failed, 0 skipped\n", ""));
        Files.createDirectories(golden.resolve("notes"));
        assertThat(check(golden, "exit 3"))
                .isEqualTo(new Ran(
                        4,
                        "✗ Nothing was compared\nSkipped notes: no input.json\n"
                                + "Cases: 0 compared, 0 failed, 1 skipped\n",
                        ""));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
    void a_case_that_fails_is_named_with_the_last_words_and_is_no_pass() throws IOException {
        Path golden = folder.resolve("golden");
        for (String name : new String[] {"a", "b"}) {
            Files.createDirectories(golden.resolve(name));
            Files.writeString(golden.resolve(name).resolve("input.json"), "{\"kind\":\"end\"}");
            Files.writeString(golden.resolve(name).resolve("A.expected.json"), "{\"kind\":\"end\"}");
        }
        assertThat(check(golden, "echo no licence >&2; exit 3"))
                .isEqualTo(new Ran(
                        3,
                        "✗ Nothing was compared\n"
                                + "Failed a: the runner ended with exit code 3 and no answer\n  | no licence\n"
                                + "Failed b: the runner ended with exit code 3 and no answer\n  | no licence\n"
                                + "Cases: 0 compared, 2 failed, 0 skipped\n",
                        ""));
        String answer = "echo '{\"success\":true,\"projections\":{\"A\":{\"kind\":\"end\"}}}' > \"$last\"";
        assertThat(check(golden, answer))
                .isEqualTo(
                        new Ran(0, "✓ All golden files are up-to-date\nCases: 2 compared, 0 failed, 0 skipped\n", ""));
        Files.writeString(golden.resolve("b/input.json"), "{");
        assertThat(check(golden, answer)).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out())
                    .startsWith("Failed b: JSON error: input.json: ")
                    .endsWith("Cases: 1 compared, 1 failed, 0 skipped\n")
                    .doesNotContain("up-to-date");
        });
        Files.writeString(golden.resolve("a/A.expected.json"), "{\"kind\":\"other\"}");
        assertThat(check(golden, answer)).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).contains("✗ Golden file drift detected:\n  - a:A\n", "Failed b: ");
        });
    }

    @Test
    void a_missing_subcommand_is_a_usage_error() {
        assertThat(Ran.paritas("golden").exit()).isEqualTo(2);
    }
}
