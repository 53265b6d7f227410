package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bridge-exporter} (spec 10 §8.2). */
final class BridgeExporterTest {
    @TempDir
    private Path folder = Path.of("");

    private static Ran export(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = BridgeExporter.run(
                args,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran exportRole(String role) {
        Path input = folder.resolve("in.json");
        Ran.paritas("sample", "-o", input.toString());
        return export(
                "--input", input.toString(),
                "--role", role,
                "--choreography-out", folder.resolve("c.json").toString(),
                "--program-out", folder.resolve("p.json").toString());
    }

    @Test
    void success_is_silent_and_writes_two_documents_without_final_newline() throws IOException {
        assertThat(exportRole("Client")).isEqualTo(new Ran(0, "", ""));
        String choreography = Files.readString(folder.resolve("c.json"));
        assertThat(choreography + "\n")
                .isEqualTo(Ran.paritas("sample", "--pretty").out());
        assertThat(Files.readString(folder.resolve("p.json")))
                .startsWith("{\n  \"local_type\": {")
                .endsWith("\"role\": \"Client\"\n}");
    }

    @Test
    void a_role_that_does_not_take_part_is_unknown_and_nothing_is_written() {
        assertThat(exportRole("Judge")).isEqualTo(new Ran(1, "", "Error: Unknown role Judge\n"));
        assertThat(folder.resolve("c.json")).doesNotExist();
    }

    @Test
    void a_source_file_gives_the_published_program() throws Exception {
        Path source = Checkout.FIXTURES.resolve("tell/lean-failing.tell");
        Path program = folder.resolve("p.json");
        Ran ran = export(
                "--input", source.toString(),
                "--role", "Chef",
                "--choreography-out", folder.resolve("c.json").toString(),
                "--program-out", program.toString());
        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        byte[] compact = JsonOutput.compactBytes(JsonValue.CODEC, Json.json(Files.readAllBytes(program)));
        assertThat(compact).hasSize(253); // spec 10 §7.1, as the digest below
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(compact)))
                .startsWith("f0f3ecf61ad1bc87");
    }

    @Test
    void a_source_with_another_extension_is_refused() throws IOException {
        Path source = Files.writeString(folder.resolve("in.txt"), "protocol P =\n  roles A, B\n  A -> B : M\n");
        Ran ran = export("--input", source.toString(), "--role", "A", "--choreography-out", "c", "--program-out", "p");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("Error: Failed to parse choreography file " + source
                        + ": Syntax error: Telltale source files must use the .tell extension\n");
    }

    @Test
    void all_four_options_are_required() {
        assertThat(export("--role", "A").exit()).isEqualTo(2);
    }

    @Test
    void an_unreadable_source_is_named() {
        Path none = folder.resolve("none.json");
        Ran ran = export("--input", none.toString(), "--role", "A", "--choreography-out", "c", "--program-out", "p");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).startsWith("Error: Failed to parse choreography file " + none);
    }

    private Ran exportSource(byte[] source) throws IOException {
        Path input = Files.write(folder.resolve("in.tell"), source);
        return export(
                "--input", input.toString(),
                "--role", "A",
                "--choreography-out", folder.resolve("c.json").toString(),
                "--program-out", folder.resolve("p.json").toString());
    }

    @Test
    void a_small_source_that_asks_for_too_much_is_refused_at_its_place() throws IOException {
        String head = "protocol P =\n  roles A, B\n";

        Ran loop = exportSource((head + "  loop repeat 999999999\n    A -> B : m\n").getBytes(StandardCharsets.UTF_8));
        Ran row = exportSource((head + "  A -> B : m\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(loop.exit()).isEqualTo(1);
        assertThat(loop.err())
                .endsWith("in.tell: Limit exceeded: more than 10000 rounds of a loop (source.rounds)\n"
                        + "  at line 3, column 15\n    loop repeat 999999999\n");
        assertThat(row.exit()).isEqualTo(1);
        assertThat(row.err()).contains("(source.depth)\n  at line 1003, column 3\n");
        assertThat(folder.resolve("c.json")).doesNotExist();
    }

    @Test
    void a_byte_that_is_no_text_is_told_by_line_and_column() throws IOException {
        Ran ran = exportSource("protocol P =\n  roles A, B\n  A -> B : h\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .endsWith("in.tell: Encoding error: byte 0xe9 at offset 38 is not part of UTF-8 text\n"
                        + "  at line 3, column 13\n    A -> B : h\n");
    }

    @Test
    void an_input_without_end_is_read_up_to_the_limit() throws IOException {
        Path endless = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(endless), "no endless file here");
        Path input = Files.createSymbolicLink(folder.resolve("endless.tell"), endless);
        Ran ran = export(
                "--input", input.toString(),
                "--role", "A",
                "--choreography-out", folder.resolve("c.json").toString(),
                "--program-out", folder.resolve("p.json").toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("(source.bytes)\n");
    }
}
