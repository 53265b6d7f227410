package dev.paritas.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_missing_subcommand_is_a_usage_error() {
        assertThat(Ran.paritas("golden").exit()).isEqualTo(2);
    }
}
