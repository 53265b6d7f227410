package dev.paritas.bridge.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(corpus.add("new", ProtocolTexts.read(ProtocolTexts.PING), new ScriptedProjections()))
                .isEqualTo(new GoldenCorpus.Case("new", List.of("A", "B")));
        assertThat(EquivalenceChecker.withGoldenDir(directory)
                        .checkAllProjectionsAgainstGolden("new", ProtocolTexts.read(ProtocolTexts.PING)))
                .hasSize(2)
                .allMatch(EquivalenceResult::equivalent);
    }

    @Test
    void regenerating_rewrites_cases_with_an_input_and_skips_the_others() throws IOException {
        put("b/input.json", ProtocolTexts.PING + "\n");
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
        put("b/input.json", ProtocolTexts.PING.replace("}]", ",\"extra\":1}]"));
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> corpus.regenerate(new ScriptedProjections()));
        assertThat(thrown).hasMessage("case b: Import error: Unexpected field 'extra' in global branch");
    }

    @Test
    void a_case_that_fails_leaves_every_case_as_it_was() throws IOException {
        put("a/input.json", ProtocolTexts.PING + "\n");
        put("a/A.expected.json", "\"old\"");
        put("b/input.json", "{");
        assertThatThrownBy(() -> corpus.regenerate(new ScriptedProjections())).hasMessageStartingWith("case b: ");
        assertThat(directory.resolve("a/A.expected.json")).hasContent("\"old\"");
        assertThat(directory.resolve("a/B.expected.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a/b", "a\\b", "a..b", "a\0b", "a\nb", "\u001B[2J", "\uD800", ".paritas-change"})
    void a_name_that_could_be_another_place_is_refused(String name) throws IOException {
        GlobalType type = ProtocolTexts.read(ProtocolTexts.PING);
        ProblemException asCase =
                catchThrowableOfType(ProblemException.class, () -> corpus.add(name, type, new ScriptedProjections()));
        assertThat(asCase).hasMessage("IO error: name cannot be that of a golden file: '" + name + "'");
        ProblemException asRole = catchThrowableOfType(
                ProblemException.class,
                () -> EquivalenceChecker.withGoldenDir(directory).checkProjectionAgainstGolden("a", type, name));
        assertThat(asRole).hasMessage("IO error: name cannot be that of a golden file: '" + name + "'");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/input.json", "a/A.expected.json"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void a_link_inside_the_corpus_is_refused(String place, @TempDir Path elsewhere) throws IOException {
        put("a/input.json", ProtocolTexts.PING + "\n");
        put("a/A.expected.json", "1");
        Path link = directory.resolve(place);
        Path outside = elsewhere.resolve("outside");
        Files.move(link, outside);
        Files.createSymbolicLink(link, outside);
        String expected = "a: " + link + " is a symbolic link, and those are not followed";
        ScriptedProjections peer = new ScriptedProjections();
        assertThat(catchThrowableOfType(ProblemException.class, () -> corpus.regenerate(peer)))
                .hasMessageContaining(expected);
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> corpus.add("a", ProtocolTexts.read(ProtocolTexts.PING), peer)))
                .hasMessageContaining(expected);
        assertThat(EquivalenceChecker.withPeer(directory, peer).checkGolden().failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).contains(expected));
        assertThat(link).isSymbolicLink();
        if (!place.endsWith("input.json")) {
            assertThat(catchThrowableOfType(ProblemException.class, corpus::list))
                    .hasMessageContaining(expected);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void the_corpus_itself_may_be_behind_a_link(@TempDir Path elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("golden"), directory);
        GoldenCorpus linked = new GoldenCorpus(link);
        linked.add("new", ProtocolTexts.read(ProtocolTexts.PING), new ScriptedProjections());
        assertThat(linked.list()).isEqualTo(corpus.list()).hasSize(1);
    }

    private void put(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
