package dev.paritas.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path fixture = Path.of(System.getProperty("paritas.root", "..")).resolve("fixtures/protocols/ping_pong.json");
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
        assertThat(corpus().out()).endsWith(" files\n");
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
    void accepting_a_change_leaves_the_reference_answers_alone() throws IOException {
        corpus();
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
