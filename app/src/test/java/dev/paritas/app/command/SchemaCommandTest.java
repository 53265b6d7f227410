package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.schema.BridgeDocument;
import dev.paritas.app.schema.BridgeSchema;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paritas schema}: list, print and validate. */
final class SchemaCommandTest {
    private static final Path PROTOCOLS = Checkout.FIXTURES.resolve("protocols");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_schema_is_listed_and_printed_as_published() {
        assertThat(Ran.paritas("schema", "list").out().lines()).hasSize(BridgeDocument.values().length);
        for (BridgeDocument document : BridgeDocument.values()) {
            assertThat(Ran.paritas("schema", "list").out()).contains(document.id() + " ");
            assertThat(Ran.paritas("schema", "print", document.id()))
                    .isEqualTo(new Ran(0, BridgeSchema.publishedText(document), ""));
        }
    }

    @Test
    void a_run_request_keeps_its_schema_and_no_other() {
        String file = PROTOCOLS.resolve("ping_pong.json").toString();
        assertThat(Ran.paritas("schema", "validate", file))
                .isEqualTo(new Ran(0, "valid: lean_bridge.v1/run_input\n", ""));
        Ran other = Ran.paritas("schema", "validate", "--schema", "lean_bridge.v1/run_output", file);
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.out()).startsWith("invalid: " + file + " at document root: ");
    }

    @Test
    void a_violation_names_its_place() throws IOException {
        Path file = folder.resolve("status.json");
        Files.writeString(file, "{\"schema_version\":\"lean_bridge.v1\",\"sid\":-1,\"terminal\":false}");
        Ran ran = Ran.paritas("schema", "validate", "--schema", "lean_bridge.v1/session_status", file.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("invalid: " + file + " at /sid: ").hasLineCount(1);
    }

    @Test
    void each_line_of_a_file_is_a_document_when_asked() throws IOException {
        Path file = folder.resolve("types.jsonl");
        Files.writeString(file, "{\"kind\":\"end\"}\n\n{\"kind\":\"nothing\"}\n");
        Ran ran =
                Ran.paritas("schema", "validate", "--lines", "--schema", "lean_bridge.v1/global_type", file.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("invalid: " + file + " document 2 at document root: ");
        assertThat(Ran.withInput("{\"kind\":\"end\"}\n", "schema", "validate", "--lines", "-")
                        .out())
                .contains("valid: lean_bridge.v1/global_type\n", "valid: lean_bridge.v1/local_type\n");
    }

    @Test
    void a_byte_that_is_no_utf_8_is_refused_and_not_read_as_another_sign() throws IOException {
        Path file = folder.resolve("bytes.json");
        Files.write(file, "{\"kind\":\"var\",\"name\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1));
        Ran ran = Ran.paritas("schema", "validate", file.toString());
        assertThat(ran).isEqualTo(new Ran(3, "", "error: INVALID_JSON at " + file + ": it is not UTF-8 text\n"));
    }

    @Test
    void what_is_no_document_keeps_no_schema() {
        assertThat(Ran.withInput("[1", "schema", "validate", "-").exit()).isEqualTo(1);
        Ran empty = Ran.withInput("\n", "schema", "validate", "--lines", "-");
        assertThat(empty.exit()).isEqualTo(3);
        assertThat(empty.err()).startsWith("error: EMPTY at -: ");
    }

    @Test
    void an_unknown_schema_is_a_wrong_command_line() {
        for (String word : new String[] {"print", "validate"}) {
            Ran ran = word.equals("print")
                    ? Ran.paritas("schema", "print", "nope")
                    : Ran.withInput("{}", "schema", "validate", "--schema", "nope", "-");
            assertThat(ran)
                    .isEqualTo(new Ran(2, "", "error: USAGE: there is no schema nope; see 'paritas schema list'\n"));
        }
    }
}
