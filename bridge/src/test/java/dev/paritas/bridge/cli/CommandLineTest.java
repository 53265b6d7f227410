package dev.paritas.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.Release;
import dev.paritas.bridge.lean.LeanToolchain;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @Test
    void the_version_is_the_one_of_the_parent_pom() throws IOException {
        String pom = Files.readString(
                Path.of(System.getProperty("paritas.root", "..")).resolve("pom.xml"));
        assertThat(pom).contains("<version>" + Release.VERSION + "</version>");
        assertThat(Ran.paritas("version").out()).startsWith("paritas " + Release.VERSION + "\n");
        assertThat(Ran.paritas("--version").out()).isEqualTo("paritas " + Release.VERSION + "\n");
    }

    @Test
    void the_version_document_names_every_schema() {
        Ran ran = Ran.paritas("version", "--json");
        JsonValue.Obj document = (JsonValue.Obj) JsonInput.read(ran.out(), ReadPolicy.STRICT, JsonValue.CODEC);
        assertThat(document.members()).containsOnlyKeys("java", "lean", "name", "peer", "schema_versions", "version");
        assertThat(document.members().get("schema_versions")).isInstanceOf(JsonValue.Array.class);
        assertThat(document.members().get("lean"))
                .isInstanceOfSatisfying(
                        JsonValue.Obj.class,
                        lean -> assertThat(lean.members())
                                .containsOnlyKeys(LeanToolchain.RUNNERS)
                                .allSatisfy((name, from) ->
                                        assertThat(from.compactText()).contains("\"from\":", "\"why\":")));
        assertThat(document.compactText() + "\n").isEqualTo(ran.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "--frobnicate",
                "version extra",
                "check bogus",
                "check --bogus",
                "check --seed 3",
                "check --types --seed 3",
                "check --fuzz -1",
                "check --fuzz 100001",
                "check --fuzz x",
                "check --fuzz 3 --seed -1",
                "compare --lean --case generated/seed-0001",
                "compare --lean a.json b.json"
            })
    void a_wrong_command_line_is_one_line_on_standard_error_and_exit_2(String words) {
        Ran ran = Ran.paritas(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1).allMatch(line -> line.startsWith("error: USAGE: "));
    }

    @Test
    void help_names_every_command_and_exit_code() {
        Ran ran = Ran.paritas("--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("check", "completion", "version").contains("Exit codes:");
    }

    @Test
    void the_completion_script_knows_the_commands() {
        assertThat(Ran.paritas("completion").out()).contains("paritas", "completion", "version", "--strict");
    }
}
