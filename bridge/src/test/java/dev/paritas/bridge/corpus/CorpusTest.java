package dev.paritas.bridge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {
    private static final Path PROTOCOLS = Checkout.FIXTURES.resolve("protocols");

    /** Two of each kind. */
    private static final HeapCases HEAP = new HeapCases(
            HeapCases.make().parity().subList(0, 2), HeapCases.make().vectors().subList(0, 2));

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void a_corpus_behind_a_symbolic_link_is_read_as_any_other() throws IOException {
        CorpusFolder.publish(folder.resolve("elsewhere"), small().files());
        Path link = Files.createSymbolicLink(folder.resolve("corpus"), folder.resolve("elsewhere"));
        assertThat(Corpus.read(link)).isEqualTo(small());
        assertThat(CorpusFolder.drift(link, small().files())).isEmpty();
    }

    private static Corpus small() throws IOException {
        List<CorpusCase> cases = new ArrayList<>();
        for (String name : List.of("ping_pong", "binary_choice")) {
            CaseInput input = JsonInput.read(
                    Files.readAllBytes(PROTOCOLS.resolve(name + ".json")), ReadPolicy.STRICT, CaseInput.CODEC);
            cases.add(CorpusCase.make("fixtures/" + name, null, input));
        }
        return Corpus.of("test/1", 0, cases, HEAP.documents());
    }

    @BeforeEach
    void publish() throws IOException {
        CorpusFolder.publish(folder, small().files());
    }

    @Test
    void a_published_corpus_reads_back_equal() throws IOException {
        assertThat(Corpus.read(folder)).isEqualTo(small());
    }

    @Test
    void publishing_the_same_again_changes_nothing() throws IOException {
        assertThat(CorpusFolder.drift(folder, small().files())).isEmpty();
        CorpusFolder.publish(folder, small().files());
    }

    @Test
    void publishing_another_corpus_removes_what_only_the_old_one_had() throws IOException {
        Corpus other = Corpus.of("test/2", 0, small().cases(), List.of());
        CorpusFolder.publish(folder, other.files());
        assertThat(Corpus.read(folder)).isEqualTo(other);
        assertThat(folder.resolve("heap-parity.jsonl")).doesNotExist();
    }

    @Test
    void a_file_that_no_index_lists_as_it_is_stays_and_with_it_the_corpus() throws IOException {
        Corpus other = Corpus.of("test/2", 0, small().cases(), List.of());
        Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
        assertForeign(other, "notes.txt");
        Files.delete(notes);
        Path changed = Files.writeString(folder.resolve("heap-parity.jsonl"), "mine");
        assertForeign(other, "heap-parity.jsonl");
        assertThat(changed).hasContent("mine");
        Files.delete(folder.resolve(CorpusIndex.FILE));
        assertForeign(other, "heap-parity.jsonl, heap-vectors.jsonl");
    }

    private void assertForeign(Corpus other, String names) {
        Map<String, byte[]> before = CorpusFolder.read(folder);
        assertThatThrownBy(() -> CorpusFolder.publish(folder, other.files()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.only(CorpusProblem.class).kind()).isEqualTo(CorpusErrorCode.FILE_UNLISTED))
                .hasMessageContaining(" lists " + names + " as it is");
        assertThat(CorpusFolder.read(folder)).containsExactlyEntriesOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.json", "projections.jsonl", "reference"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void a_link_inside_a_corpus_is_refused(String name, @TempDir Path elsewhere) throws IOException {
        Path outside = elsewhere.resolve(name);
        if (Files.exists(folder.resolve(name))) {
            Files.move(folder.resolve(name), outside);
        } else {
            Files.createDirectory(outside);
        }
        Files.createSymbolicLink(folder.resolve(name), outside);
        for (ThrowingCallable work : List.<ThrowingCallable>of(
                () -> Corpus.read(folder),
                () -> CorpusFolder.publish(folder, small().files()),
                () -> CorpusFolder.drift(folder, small().files()))) {
            assertThatThrownBy(work)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(name + " is a symbolic link, and those are not followed");
        }
        assertThat(folder.resolve(name)).isSymbolicLink();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.json",
                "choreographies.jsonl",
                "projections.jsonl",
                "machine-runs.jsonl",
                "dialect-runs.jsonl",
                "dialect-steps.jsonl",
                "simulations.jsonl",
                "heap-parity.jsonl",
                "heap-vectors.jsonl"
            })
    void any_one_changed_byte_is_found(String file) throws IOException {
        Path path = folder.resolve(file);
        byte[] clean = Files.readAllBytes(path);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            byte[] planted = clean.clone();
            int at = random.nextInt(planted.length);
            planted[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(path, planted);
            assertThatThrownBy(() -> Corpus.read(folder))
                    .as("seed 5, byte %d of %s", at, file)
                    .isInstanceOf(ProblemException.class);
        }
        Files.write(path, clean);
        assertThat(Corpus.read(folder)).isEqualTo(small());
    }

    @Test
    void any_one_changed_hex_digit_of_the_index_is_found() throws IOException {
        Path index = folder.resolve(CorpusIndex.FILE);
        String clean = Files.readString(index);
        for (CorpusFile file : small().index().files()) {
            String digest = file.sha256();
            char last = digest.charAt(63) == '0' ? '1' : '0';
            Files.writeString(index, clean.replace(digest, digest.substring(0, 63) + last));
            assertThatThrownBy(() -> Corpus.read(folder))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.only(CorpusProblem.class).kind())
                                    .isEqualTo(CorpusErrorCode.INDEX_TAMPERED));
        }
    }

    @Test
    void a_missing_and_an_unlisted_file_are_found() throws IOException {
        Files.writeString(folder.resolve("extra.jsonl"), "");
        assertThatThrownBy(() -> Corpus.read(folder))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.only(CorpusProblem.class).kind()).isEqualTo(CorpusErrorCode.FILE_UNLISTED));
        Files.delete(folder.resolve("extra.jsonl"));
        Files.delete(folder.resolve("projections.jsonl"));
        assertThatThrownBy(() -> Corpus.read(folder))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.only(CorpusProblem.class).kind()).isEqualTo(CorpusErrorCode.FILE_MISSING));
    }

    @Test
    void a_folder_without_index_is_no_corpus() {
        assertThatThrownBy(() -> Corpus.read(folder.resolve("nowhere")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.only(CorpusProblem.class).kind()).isEqualTo(CorpusErrorCode.NO_INDEX));
    }

    @Test
    void the_published_corpus_is_what_the_code_makes_byte_for_byte() throws IOException {
        Corpus corpus = CorpusBuilder.build(PROTOCOLS, CorpusProtocols::of, (done, total) -> {});
        assertThat(CorpusFolder.drift(Checkout.CORPUS, corpus.files())).isEmpty();
        assertThat(corpus.cases().stream().filter(item -> item.seed() != null)).hasSize(CorpusBuilder.GENERATED);
        assertThat(corpus.cases().stream()
                        .filter(item -> item.seed() != null && item.machine() instanceof RecordedOutcome.Ran))
                .hasSize(150);
    }

    @Test
    void the_heap_has_its_cases_in_both_schemas() {
        Corpus corpus = Corpus.read(Checkout.CORPUS);
        assertThat(HeapCases.of(corpus)).isEqualTo(HeapCases.make());
        assertThat(HeapCases.of(corpus).parity().stream().filter(item -> !item.isFixture()))
                .hasSize(HeapCases.LOGS);
        assertThat(HeapCases.of(corpus).vectors().stream().filter(item -> !item.isFixture()))
                .hasSize(HeapCases.VECTORS);
        assertThat(corpus.index().files())
                .extracting(CorpusFile::path)
                .contains("heap-parity.jsonl", "heap-vectors.jsonl");
        assertThat(corpus.index().cases()).hasSize(corpus.cases().size());
    }

    /** The worked document of spec 40 §20 stands in the fixtures as the specification prints it. */
    @Test
    void the_practice_case_is_the_worked_document() throws IOException {
        byte[] worked = Files.readAllBytes(Checkout.FIXTURES.resolve("heap/practice.json"));
        assertThat(HeapCases.make().parity().getFirst().value())
                .isEqualTo(JsonInput.read(worked, ReadPolicy.STRICT, HeapParityCorpus.CODEC));
    }

    /** The table of spec 22 §17, typed in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping_pong 11 1:sent 2:received 6:sent 8:received 9:halted 11:halted",
                "queue_observer 11 1:sent 2:received 6:sent 8:received 9:halted 11:halted",
                "singleton 1 1:halted",
                "chain 17 1:sent 2:received 7:sent 9:received 10:halted 12:sent 14:received 15:halted 17:halted",
                "binary_choice 4 1:sent 2:received 3:halted 4:halted",
                "three_party_ack 20 1:sent 2:received 6:sent 7:sent 9:received 11:received 13:halted 15:sent"
                        + " 16:received 19:halted 20:halted",
                "loop 24 1:sent 2:received 7:sent 8:received 13:sent 14:received 19:sent 20:received",
                "three_sessions 18 1:sent 2:received 3:sent 4:received 5:sent 6:received 9:halted 10:halted 13:halted"
                        + " 14:halted 17:sent 18:received"
            })
    void the_fixtures_have_the_published_ticks_on_both_sides(String row) {
        String[] words = row.split(" ");
        CorpusCase item = Corpus.read(Checkout.CORPUS).cases().stream()
                .filter(one -> one.id().equals("fixtures/" + words[0]))
                .findFirst()
                .orElseThrow();
        List<String> expected = List.of(words).subList(2, words.length);
        for (RecordedOutcome outcome : List.of(item.machine(), item.dialect())) {
            assertThat(outcome).isInstanceOfSatisfying(RecordedOutcome.Ran.class, run -> {
                assertThat(run.stepsExecuted()).isEqualTo(Long.parseLong(words[1]));
                assertThat(ticks(run.trace())).containsExactlyElementsOf(expected);
            });
        }
    }

    private static List<String> ticks(List<TraceEvent> trace) {
        return trace.stream()
                .filter(event -> !event.kind().equals("opened"))
                .map(event -> event.tick() + ":" + event.kind())
                .toList();
    }

    @Test
    void the_published_corpus_stays_small() throws IOException {
        try (Stream<Path> files = Files.list(Checkout.CORPUS)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(16L * 1024 * 1024);
        }
    }

    @Test
    void the_published_pairs_show_every_change_and_every_kind_of_verdict() throws IOException {
        List<SubtypingCase> pairs =
                SubtypingPairs.read(Files.readAllBytes(Checkout.CORPUS.resolve(SubtypingPairs.FILE)));
        assertThat(pairs).hasSize(SubtypingPairs.PAIRS).doesNotHaveDuplicates();
        assertThat(pairs.stream().map(SubtypingCase::change).distinct()).hasSize(10);
        assertThat(pairs.stream().map(SubtypingCase::orphanFree).distinct()).hasSize(2);
        assertThat(pairs)
                .filteredOn(pair -> pair.change().equals("same"))
                .allSatisfy(pair -> assertThat(pair.sync().error()).isNull());
        assertThat(pairs)
                .filteredOn(pair -> pair.change().equals("flip_direction"))
                .allSatisfy(pair -> assertThat(pair.sync().error()).isNotNull());
        assertThat(pairs.stream()
                        .map(pair -> String.valueOf(pair.async().error()).split(":")[0])
                        .distinct())
                .containsExactlyInAnyOrder(
                        "null",
                        "input trees do not match",
                        "output trees do not match",
                        "siso phase mismatch",
                        "siso decomposition exceeded the unfold limit");
    }

    @Test
    void damaged_pairs_are_read_or_refused_with_a_type() throws IOException {
        String line =
                Files.readAllLines(Checkout.CORPUS.resolve(SubtypingPairs.FILE)).get(3);
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            StringBuilder damaged = new StringBuilder(line);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                damaged.setCharAt(random.nextInt(damaged.length()), "{}[]\",:0-eE\\nulx".charAt(random.nextInt(16)));
            }
            try {
                SubtypingPairs.read(damaged.toString().getBytes(StandardCharsets.UTF_8));
            } catch (ProblemException e) {
                e.only(CorpusProblem.class);
                assertThat(e.only(CorpusProblem.class).kind())
                        .as("seed 11, document %d", i)
                        .isEqualTo(CorpusErrorCode.MALFORMED_CASE);
                refused++;
            }
        }
        assertThat(refused).as("seed 11").isBetween(1_000, 2_000);
        String contradiction = line.replaceFirst("\"ok\":false", "\"ok\":true");
        String lie = line.replaceFirst("\"ok\":true", "\"ok\":false");
        assertThatThrownBy(() -> SubtypingPairs.read(
                        (contradiction.equals(line) ? lie : contradiction).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
    }
}
