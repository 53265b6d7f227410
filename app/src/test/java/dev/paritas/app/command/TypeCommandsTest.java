package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code export}, {@code import}, {@code validate} and {@code sample}: the texts of spec 10 §8.1. */
final class TypeCommandsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void export_writes_the_fixed_global_sample() {
        assertThat(Ran.paritas("export"))
                .isEqualTo(new Ran(
                        0,
                        "{\"branches\":[{\"continuation\":{\"kind\":\"end\"},\"label\":{\"name\":\"request\","
                                + "\"sort\":\"unit\"}}],\"kind\":\"comm\",\"receiver\":\"Server\",\"sender\":\"Client\"}\n",
                        ""));
    }

    @Test
    void export_writes_the_fixed_local_sample() {
        assertThat(Ran.paritas("export", "-t", "local").out())
                .isEqualTo("{\"branches\":[{\"continuation\":{\"kind\":\"end\"},\"label\":{\"name\":\"request\","
                        + "\"sort\":\"unit\"}}],\"kind\":\"send\",\"partner\":\"Server\"}\n");
    }

    @ParameterizedTest
    @CsvSource({"ping-pong,258", "calculator,329", "ring,402"})
    void samples_have_the_published_sizes(String name, int bytes) throws IOException {
        Path file = folder.resolve("sample.json");
        assertThat(Ran.paritas("sample", "-s", name, "-o", file.toString()))
                .isEqualTo(new Ran(0, "Wrote to " + file + "\n", ""));
        assertThat(Files.size(file)).isEqualTo(bytes);
        assertThat(Ran.paritas("validate", "-i", file.toString()).out())
                .isEqualTo("✓ Round-trip validation successful for GlobalType\n");
    }

    @Test
    void a_file_has_no_trailing_newline_and_standard_output_has_one() throws IOException {
        Path file = folder.resolve("pretty.json");
        Ran.paritas("sample", "--pretty", "--output", file.toString());
        assertThat(Files.readString(file)).startsWith("{\n  \"branches\": [").endsWith("}");
        assertThat(Ran.paritas("sample", "--pretty").out()).isEqualTo(Files.readString(file) + "\n");
    }

    @Test
    void import_shows_what_it_read() {
        Ran global = Ran.withInput("{\"kind\":\"end\"}", "import");
        assertThat(global).isEqualTo(new Ran(0, "Successfully parsed GlobalType:\nEnd\n", ""));
        Ran local = Ran.withInput("{\"kind\":\"end\"}", "import", "--type-name", "local");
        assertThat(local).isEqualTo(new Ran(0, "Successfully parsed LocalTypeR:\nEnd\n", ""));
    }

    @Test
    void validate_shows_what_it_read_when_asked() {
        assertThat(Ran.withInput("{\"kind\":\"var\",\"name\":\"t\"}", "validate", "-v")
                        .out())
                .isEqualTo("Parsed GlobalType:\nVar(\"t\")\n✓ Round-trip validation successful for GlobalType\n");
    }

    @Test
    void an_unknown_type_word_is_a_run_error() {
        assertThat(Ran.withInput("{\"kind\":\"end\"}", "import", "-t", "universal"))
                .isEqualTo(new Ran(1, "", "Error: Unknown type: universal. Use 'global' or 'local'\n"));
    }

    @Test
    void invalid_json_is_reported_before_an_unknown_type_word() {
        Ran ran = Ran.withInput("{", "validate", "-t", "universal");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).startsWith("Error: Invalid JSON: ").hasLineCount(1);
    }

    @Test
    void a_refused_type_names_the_import_error() {
        assertThat(Ran.withInput("{\"kind\":\"comm\"}", "import").err())
                .isEqualTo("Error: Failed to parse GlobalType: Missing field: sender\n");
        assertThat(Ran.withInput("{\"kind\":\"comm\"}", "validate", "-t", "local")
                        .err())
                .isEqualTo("Error: Failed to parse LocalTypeR: Invalid kind: comm\n");
    }

    @Test
    void nesting_beyond_127_levels_is_invalid_json() {
        String deep = "[".repeat(128) + "]".repeat(128);
        assertThat(Ran.withInput(deep, "import").err()).startsWith("Error: Invalid JSON: ");
    }

    @Test
    void a_missing_file_and_an_unwritable_one_are_named() {
        Path missing = folder.resolve("missing.json");
        assertThat(Ran.paritas("import", "-i", missing.toString()))
                .isEqualTo(new Ran(1, "", "Error: Failed to read " + missing + ": No such file or directory\n"));
        Path nowhere = folder.resolve("no/where.json");
        assertThat(Ran.paritas("export", "-o", nowhere.toString()))
                .isEqualTo(new Ran(1, "", "Error: Failed to write " + nowhere + ": No such file or directory\n"));
    }

    @Test
    void an_unknown_sample_lists_the_known_ones() {
        assertThat(Ran.paritas("sample", "-s", "chess"))
                .isEqualTo(new Ran(1, "", "Error: Unknown sample: chess. Use 'ping-pong', 'calculator', or 'ring'\n"));
    }
}
