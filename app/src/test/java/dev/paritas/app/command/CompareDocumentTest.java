package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compare --case} on published documents, with the repository's own corpus (docs/corpus.md). */
final class CompareDocumentTest {

    @TempDir
    private Path folder = Path.of("");

    /** The corpus alone, so that no runners are found which were built from other sources. */
    @BeforeEach
    void copyCorpus() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("corpus"));
        try (Stream<Path> files = Files.list(Checkout.ROOT.resolve("corpus"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }

    private Ran compare(String id, String... more) {
        String[] args = new String[more.length + 5];
        System.arraycopy(new String[] {"compare", "--root", folder.toString(), "--case", id}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return Ran.paritas(args);
    }

    /** {@return an executable that reads what it is asked and answers with {@code commands}} */
    private String peer(String commands) throws IOException {
        Path script = folder.resolve("peer");
        Executables.script(script, "cat > /dev/null", commands);
        return script.toString();
    }

    private String printing(String file) throws IOException {
        return peer("cat '" + Checkout.ROOT.resolve(file) + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heap/fixtures/practice",
                "heap/generated/seed-0042",
                "heap-vectors/fixtures/practice",
                "bundles/bad_quorum",
                "transitions/seed-0048",
                "capabilities/unknown_phase",
                "subtyping/seed-0001",
                "parity/canonical_serial",
                "semantic-effects.json",
                "search-parity.json"
            })
    void a_document_is_made_again(String id) {
        Ran ran = compare(id);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("agree: in this process");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void a_runner_that_says_what_is_published_agrees() throws IOException {
        String runner = printing("corpus/semantic-effects.json");
        assertThat(compare("semantic-effects.json", "--runner", runner))
                .isEqualTo(new Ran(0, "agree: in this process, semantic_effect_parity_runner\n", ""));
    }

    @Test
    void a_runner_that_says_otherwise_diverges_at_the_place() throws IOException {
        Ran ran = compare("bundles/bad_quorum", "--runner", peer("echo '{\"errors\":[],\"valid\":true}'"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("diverge: in this process, protocol_machine_validator\n")
                .contains("first difference: document 0 at /answer/artifacts (unexplained)");

        Ran subtyping = compare(
                "subtyping/seed-0001",
                "--runner",
                peer("for last; do :; done; echo '{\"success\":true,\"result\":false}' > \"$last\""));
        assertThat(subtyping.out()).contains("first difference: document 0 at /async/ok (unexplained)");
        assertThat(subtyping.exit()).isEqualTo(1);
    }

    @Test
    void a_runner_that_fails_is_broken_and_not_divergent() throws IOException {
        for (String id : new String[] {
            "heap/fixtures/practice", "transitions/seed-0048", "subtyping/seed-0001", "search-parity.json"
        }) {
            Ran ran = compare(id, "--runner", peer("echo no >&2; exit 3"));
            assertThat(ran.exit()).as(id).isEqualTo(3);
            assertThat(ran.out())
                    .as(id)
                    .startsWith("broken: ")
                    .contains("the runner ended with exit code 3 and no answer\n  | no\n");
            Ran missing = compare(id, "--runner", folder.resolve("nothing").toString());
            assertThat(missing.exit()).as(id).isEqualTo(3);
            assertThat(missing.out()).as(id).contains("not found at");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap-vectors/fixtures/practice", "parity/canonical_serial", "fixtures/ping_pong"})
    void a_case_that_no_runner_answers_takes_none(String id) {
        assertThat(compare(id, "--runner", "any"))
                .isEqualTo(new Ran(2, "", "error: USAGE: no runner answers for the case " + id + "\n"));
    }
}
