package dev.paritas.app.executable;

import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.Program.Ended;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.DamagedDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spec 40 §13: what the executable prints, where, and how it ends. */
class HeapParityRunnerMainTest {
    private static final Path FIXTURES = Checkout.FIXTURES.resolve("heap");
    private static final String PRACTICE = FIXTURES.resolve("practice.json").toString();
    private static final long SEED = 13;
    private static final int DOCUMENTS = 400;

    @TempDir
    Path folder;

    private Ended on(String document) throws IOException {
        return on(document.getBytes(StandardCharsets.UTF_8));
    }

    private Ended on(byte[] document) throws IOException {
        return Program.heapRunner(
                "", Files.write(folder.resolve("corpus.json"), document).toString());
    }

    @Test
    void the_worked_corpus_gives_the_worked_output_on_one_line() throws IOException {
        Ended ended = Program.heapRunner("not read", PRACTICE);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).endsWith("}\n");
        assertThat(ended.lines()).hasSize(1);
        assertThat(json(ended.out())).isEqualTo(json(Files.readString(FIXTURES.resolve("practice-output.json"))));
    }

    @Test
    void further_arguments_are_ignored() {
        assertThat(Program.heapRunner("", PRACTICE, "more", "--serve")).isEqualTo(Program.heapRunner("", PRACTICE));
    }

    @Test
    void without_an_argument_it_tells_its_usage() {
        assertThat(Program.heapRunner("")).isEqualTo(new Ended(1, "", "usage: heap_parity_runner <fixture-path>\n"));
    }

    @Test
    void a_file_that_cannot_be_read_is_an_uncaught_exception() throws IOException {
        assertThat(Program.heapRunner("", folder.resolve("nowhere").toString()))
                .satisfies(ended -> assertRefused(ended, "uncaught exception: "));
        assertThat(Program.heapRunner("", folder.toString()))
                .satisfies(ended -> assertRefused(ended, "uncaught exception: "));
        assertThat(Program.heapRunner("", "\0")).satisfies(ended -> assertRefused(ended, "uncaught exception: "));
        assertRefused(on(new byte[] {'"', (byte) 0xff, '"'}), "uncaught exception: ");
    }

    private static void assertRefused(Ended ended, String prefix) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith(prefix).endsWith("\n").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "'' | invalid JSON: ",
                "{ | invalid JSON: ",
                "{} {} | invalid JSON: ",
                "{} | invalid heap parity fixture: String expected",
                "[] | invalid heap parity fixture: String expected",
                "{\"schema_version\":\"x\",\"hasher\":\"y\"} | invalid heap parity fixture: String expected"
            })
    void another_text_is_refused_with_its_kind(String document, String prefix) throws IOException {
        assertRefused(on(document), prefix);
    }

    @Test
    void a_sample_without_heap_fixture_is_refused_for_its_operations() throws IOException {
        JsonValue practice = json(Files.readString(FIXTURES.resolve("practice.json")));
        if (practice instanceof JsonValue.Obj(var members)) {
            var rest = new TreeMap<>(members);
            rest.remove("heap_fixture");
            assertThat(on(new JsonValue.Obj(rest).compactText()).err())
                    .isEqualTo("invalid heap parity fixture: expected JSON array, got 'null'\n");
            rest.putAll(members);
            rest.remove("session_fixture");
            assertThat(on(new JsonValue.Obj(rest).compactText()).code()).isZero();
        }
    }

    @Test
    void the_last_of_equal_members_counts_and_integers_may_have_exponents() throws IOException {
        String practice = Files.readString(FIXTURES.resolve("practice.json"));
        Ended ended = on(practice.replaceFirst("\"seq_no\": 2", "\"seq_no\": 7, \"seq_no\": 0.2e1"));
        assertThat(ended).isEqualTo(Program.heapRunner("", PRACTICE));
    }

    @Test
    @Timeout(120)
    void whatever_stands_in_the_file_the_answer_is_a_line_or_a_refusal() throws IOException {
        DamagedDocuments documents = new DamagedDocuments(HeapParityCorpus.CODEC.shape(), SEED);
        JsonValue practice = json(Files.readString(FIXTURES.resolve("practice.json")));
        for (int i = 0; i < DOCUMENTS; i++) {
            Ended ended = on(i % 2 == 0 ? documents.next() : documents.damaged(practice));
            if (ended.code() == 0) {
                assertThat(ended.lines()).as("seed %d, document %d", SEED, i).hasSize(1);
                assertThat(ended.err()).isEmpty();
            } else {
                assertThat(ended.err())
                        .as("seed %d, document %d", SEED, i)
                        .containsPattern("^(invalid JSON|invalid heap parity fixture|uncaught exception): ");
                assertRefused(ended, "");
            }
        }
    }

    @Test
    void the_serving_form_answers_corpora_and_outlives_refusals() throws IOException {
        String practice =
                json(Files.readString(FIXTURES.resolve("practice.json"))).compactText();
        Ended ended = Program.heapRunner(
                "{\"id\":1,\"operation\":\"run_fixture\",\"payload\":" + practice + "}\n"
                        + "{\"id\":2,\"operation\":\"run_fixture\"}\n"
                        + "{\"id\":3,\"operation\":\"fly\"}\n"
                        + "{\"id\":4,\"operation\":\"run_fixture\",\"payload\":" + practice + "}\n",
                "--serve");
        assertThat(ended.code()).isZero();
        String result = Program.heapRunner("", PRACTICE).out().strip();
        assertThat(ended.lines())
                .containsExactly(
                        "{" + Program.implementation("java-model")
                                + "\"name\":\"heap_parity_runner\",\"operations\":[\"run_fixture\"],"
                                + "\"schema_versions\":[\"lean_heap_parity.v1\"],\"version\":\"0.1.0\"}",
                        "{\"id\":1,\"result\":" + result + "}",
                        "{\"error\":{\"code\":\"REFUSED\",\"message\":\"invalid heap parity fixture: String expected\"},\"id\":2}",
                        "{\"error\":{\"code\":\"UNKNOWN_OPERATION\",\"message\":\"unsupported operation: fly\"},\"id\":3}",
                        "{\"id\":4,\"result\":" + result + "}");
    }
}
