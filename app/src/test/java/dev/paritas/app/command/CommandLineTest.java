package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Release;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @Test
    void the_version_is_the_one_of_the_parent_pom() throws IOException {
        String pom = Files.readString(Checkout.ROOT.resolve("pom.xml"));
        assertThat(pom).contains("<version>" + Release.VERSION + "</version>");
        assertThat(Ran.paritas("version").out()).startsWith("paritas " + Release.VERSION + "\n");
        assertThat(Ran.paritas("--version").out()).isEqualTo("paritas " + Release.VERSION + "\n");
    }

    @Test
    void the_version_document_names_every_schema() {
        Ran ran = Ran.paritas("version", "--json");
        JsonValue.Obj document = (JsonValue.Obj) Json.json(ran.out());
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "compare",
                "completion",
                "manual",
                "corpus",
                "export",
                "golden",
                "golden list",
                "golden check",
                "golden regenerate",
                "golden add",
                "import",
                "project",
                "run",
                "sample",
                "simulate",
                "validate",
                "version"
            })
    void every_command_has_help_and_the_version(String command) {
        Ran help = Ran.paritas((command + " --help").split(" "));
        assertThat(help.exit()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("Usage: paritas " + command + " ");
        assertThat(Ran.paritas((command + " --version").split(" ")))
                .isEqualTo(new Ran(0, "paritas " + Release.VERSION + "\n", ""));
    }

    @Test
    void an_at_sign_begins_a_file_name_and_no_list_of_arguments(@TempDir Path folder) throws IOException {
        Path words = Files.writeString(folder.resolve("words"), "--help\n");
        assertThat(Ran.paritas("project", "@" + words).err())
                .isEqualTo("error: IO at @" + words + ": No such file or directory\n");
        assertThat(Ran.paritas("@" + words).exit()).isEqualTo(2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(BridgeExporter.run(new String[] {"@" + words}, InputStream.nullInputStream(), out, out))
                .isEqualTo(2);
    }

    /** Every reader has one sentence for a byte order mark. */
    @Test
    void a_byte_order_mark_is_told_by_every_reader(@TempDir Path folder) throws IOException {
        for (byte[] mark : List.of(
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
                new byte[] {(byte) 0xff, (byte) 0xfe},
                new byte[] {(byte) 0xfe, (byte) 0xff})) {
            Path file = folder.resolve("marked.json");
            byte[] end = "{\"kind\":\"end\"}".getBytes(StandardCharsets.UTF_8);
            byte[] bytes = Arrays.copyOf(mark, mark.length + end.length);
            System.arraycopy(end, 0, bytes, mark.length, end.length);
            Files.write(file, bytes);
            for (String words : List.of("project", "run", "compare", "run --replay " + file)) {
                Ran ran = Ran.paritas((words + " " + file).split(" "));
                assertThat(ran.exit()).as(words).isEqualTo(3);
                assertThat(ran.err())
                        .startsWith("error: BYTE_ORDER_MARK at " + file)
                        .contains("line 1")
                        .hasLineCount(1);
            }
            for (String words : List.of("import -i", "validate -i")) {
                assertThat(Ran.paritas((words + " " + file).split(" ")).err())
                        .startsWith("Error: Invalid JSON: the document starts with ")
                        .endsWith(" of " + file + "\n");
            }
            Path source = Files.write(folder.resolve("marked.tell"), bytes);
            assertThat(export(source)).contains("marked.tell: line 1: the document starts with ");
            assertThat(export(file)).contains("marked.json: line 1: the document starts with ");
        }
    }

    private static String export(Path source) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {
            "--input",
            source.toString(),
            "--role",
            "A",
            "--choreography-out",
            "/nowhere/a",
            "--program-out",
            "/nowhere/b"
        };
        assertThat(BridgeExporter.run(args, InputStream.nullInputStream(), OutputStream.nullOutputStream(), err))
                .isEqualTo(1);
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "run", "compare", "simulate none.toml"})
    void a_file_that_is_no_document_is_named_on_one_line(String words, @TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing");
        Path empty = Files.createFile(folder.resolve("empty"));
        Path garbage = Files.write(folder.resolve("garbage"), new byte[] {'{', (byte) 0x80, 0, 27, '\n'});
        Path cut = Files.writeString(folder.resolve("cut"), "{\n\"kind\": [");
        for (Path file : List.of(missing, folder, empty, garbage, cut, Path.of("/dev/zero"))) {
            Ran ran = Ran.paritas((words + " " + file).split(" "));
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .hasLineCount(1)
                    .startsWith("error: ")
                    .contains(file.toString())
                    .doesNotContain("Source", "Exception", "jackson", "StreamRead");
        }
    }

    @Test
    void the_end_of_the_virtual_machine_is_not_blamed_on_the_input() {
        for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError("Java heap space"))) {
            for (Throwable seen : List.of(error, new IllegalStateException("wrapped", error))) {
                CommandFailure failure = Failures.of(seen);
                assertThat(failure.exitCode()).isEqualTo(3);
                assertThat(failure.line())
                        .matches("error: (TOO_DEEP|OUT_OF_MEMORY) at this process: the work .*")
                        .doesNotContain("Error", "java", "Java");
            }
        }
        assertThat(Failures.of(new NullPointerException("java.util.List is null"))
                        .line())
                .startsWith("error: INTERNAL at ")
                .doesNotContain("Exception", "java.util");
    }

    /** A print stream that a library caller hands in keeps its failures to itself. */
    @Test
    void a_failed_print_stream_is_noticed_too() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream broken = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        });
        assertThat(Paritas.run(new String[] {"version"}, InputStream.nullInputStream(), broken, new PrintStream(err)))
                .isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("error: IO at standard output: ")
                .hasLineCount(1);
    }
}
