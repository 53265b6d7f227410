package dev.paritas.bridge.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenCorpusTest {
    @TempDir
    Path directory;

    private GoldenCorpus corpus;

    @BeforeEach
    void open() {
        corpus = new GoldenCorpus(directory);
    }

    @Test
    void cases_and_roles_are_listed_by_code_point() throws IOException {
        put("b/\uD83D\uDE00.expected.json", "1");
        put("b/\uFF5E.expected.json", "1");
        put("b/input.json", "1");
        put("a/notes.txt", "1");
        put("plain", "1");
        assertThat(corpus.list())
                .containsExactly(
                        new GoldenCorpus.Case("a", List.of()),
                        new GoldenCorpus.Case("b", List.of("\uFF5E", "\uD83D\uDE00")));
    }

    @Test
    void a_missing_directory_is_an_empty_corpus() {
        GoldenCorpus none = new GoldenCorpus(directory.resolve("none"));
        assertThat(none.exists()).isFalse();
        assertThat(none.list()).isEmpty();
        assertThat(none.regenerate(new ScriptedProjections())).isEmpty();
    }

    @Test
    void a_case_is_added_and_found_equivalent() {
        assertThat(corpus.add("new", Protocols.read(Protocols.PING), new ScriptedProjections()))
                .isEqualTo(new GoldenCorpus.Case("new", List.of("A", "B")));
        assertThat(EquivalenceChecker.withGoldenDir(directory)
                        .checkAllProjectionsAgainstGolden("new", Protocols.read(Protocols.PING)))
                .hasSize(2)
                .allMatch(EquivalenceResult::equivalent);
    }

    @Test
    void regenerating_rewrites_cases_with_an_input_and_skips_the_others() throws IOException {
        put("b/input.json", Protocols.PING + "\n");
        put("b/A.expected.json", "\"old\"");
        put("a/notes.txt", "no input");
        ScriptedProjections peer = new ScriptedProjections();
        assertThat(corpus.regenerate(peer))
                .containsExactly(new GoldenCorpus.Outcome.Skipped("a"), new GoldenCorpus.Outcome.Regenerated("b"));
        assertThat(EquivalenceChecker.withPeer(directory, peer).checkGoldenDrift())
                .isEmpty();
        assertThat(corpus.list().getLast().roles()).containsExactly("A", "B");
    }

    @Test
    void an_input_the_strict_reader_refuses_ends_the_regeneration() throws IOException {
        put("b/input.json", Protocols.PING.replace("}]", ",\"extra\":1}]"));
        EquivalenceException thrown =
                catchThrowableOfType(EquivalenceException.class, () -> corpus.regenerate(new ScriptedProjections()));
        assertThat(thrown).hasMessage("case b: Import error: Unexpected field 'extra' in global branch");
    }

    private void put(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
