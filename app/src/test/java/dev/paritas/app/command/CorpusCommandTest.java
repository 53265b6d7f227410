package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code corpus} and {@code compare --case} in a project of their own. */
final class CorpusCommandTest {
    @TempDir
    private Path root = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(root.resolve("fixtures/protocols"));
        Path fixture = Checkout.FIXTURES.resolve("protocols/ping_pong.json");
        Files.copy(fixture, root.resolve("fixtures/protocols/ping_pong.json"));
    }

    private Ran corpus(String... flags) {
        String[] args = new String[flags.length + 3];
        System.arraycopy(new String[] {"corpus", "--root", root.toString()}, 0, args, 0, 3);
        System.arraycopy(flags, 0, args, 3, flags.length);
        return Ran.paritas(args);
    }

    @Test
    void a_change_is_refused_until_it_is_accepted() throws IOException {
        assertThat(corpus("--accept").out()).endsWith(" files\n");
        Corpus published = Corpus.read(root.resolve("corpus"));
        assertThat(published.cases()).hasSize(201);
        int files = 1 + published.index().files().size();
        assertThat(corpus()).isEqualTo(new Ran(0, published.size() + " cases in " + files + " files, unchanged\n", ""));

        Path runs = root.resolve("corpus/machine-runs.jsonl");
        String before = Files.readString(runs);
        Files.writeString(runs, before.replaceFirst("\"completed\"", "\"stuck\""));
        Ran refused = corpus();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).startsWith("drift: regenerating changes machine-runs.jsonl\n");
        assertThat(Files.readString(runs)).isNotEqualTo(before);

        assertThat(corpus("--accept").out()).startsWith("wrote machine-runs.jsonl\n");
        assertThat(Files.readString(runs)).isEqualTo(before);

        Ran known = Ran.paritas("compare", "--root", root.toString(), "--case", "fixtures/ping_pong");
        assertThat(known)
                .isEqualTo(new Ran(0, "agree: projections, machine, dialect, dialect steps, simulations\n", ""));
        Ran unknown = Ran.paritas("compare", "--root", root.toString(), "--case", "fixtures/chess");
        assertThat(unknown)
                .isEqualTo(new Ran(3, "", "error: CASE_UNKNOWN at corpus: there is no case fixtures/chess\n"));
    }

    @Test
    void without_an_index_nothing_is_written_and_nothing_removed_until_that_is_accepted() throws IOException {
        Path folder = Files.createDirectories(root.resolve("corpus"));
        Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
        Path runs = Files.writeString(folder.resolve("machine-runs.jsonl"), "old");
        Ran refused = corpus();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out())
                .startsWith("drift: regenerating changes ")
                .contains("index.json", "machine-runs.jsonl", "notes.txt")
                .endsWith("nothing was written; publish it with --accept, or restore the code\n");
        Ran foreign = corpus("--accept");
        assertThat(foreign)
                .isEqualTo(new Ran(
                        3,
                        "",
                        "error: FILE_UNLISTED at corpus: no index lists notes.txt as it is, so it is not removed;"
                                + " move it away\n"));
        assertThat(notes).hasContent("mine");
        assertThat(runs).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(notes, runs);
        }
    }

    @Test
    void accepting_a_change_leaves_the_reference_answers_alone() throws IOException {
        corpus("--accept");
        Path answers =
                Files.createDirectories(root.resolve("corpus/reference/r-runs")).resolve("runs.jsonl");
        Files.writeString(answers, "{}\n");
        Files.writeString(root.resolve("corpus/heap-vectors.jsonl"), "changed");
        Ran accepted = corpus("--accept");
        assertThat(accepted.out()).startsWith("wrote heap-vectors.jsonl\n");
        assertThat(accepted.out()).doesNotContain("reference");
        assertThat(answers).hasContent("{}");
        assertThat(Corpus.read(root.resolve("corpus")).cases()).hasSize(201);
    }

    @Test
    void a_project_without_fixtures_is_one_coded_line() {
        Ran ran = Ran.paritas("corpus", "--root", root.resolve("nowhere").toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err().lines()).singleElement().asString().startsWith("error: ROOT_MISSING at ");
    }
}
