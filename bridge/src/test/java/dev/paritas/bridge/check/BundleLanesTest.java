package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusDocument;
import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.corpus.VectorFamilies;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.RunConfig;
import dev.paritas.search.engine.SearchMachine;
import dev.paritas.search.engine.SearchRun;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchEffort;
import dev.paritas.search.object.SearchState.ReseedPolicy;
import dev.paritas.search.object.SearchVectors;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lanes of the reduced bundles: green as things are, red on each planted change. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runners are shell scripts")
@Timeout(300)
class BundleLanesTest {
    @TempDir
    Path folder;

    private Path corpus;
    private Path runners;

    @BeforeEach
    void publish() throws IOException {
        corpus = folder.resolve("corpus");
        runners = Files.createDirectories(folder.resolve("runners"));
        Corpus whole = Corpus.read(Checkout.CORPUS);
        publish(whole.documents());
    }

    /** The bundles under a good index, without the cases. */
    private void publish(List<CorpusDocument> documents) {
        CorpusFolder.publish(
                corpus, Corpus.of("test/1", 0, List.of(), documents).files());
    }

    private LaneReport run(LaneSelection selection) {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        return LaneRunner.run(
                selection,
                new LaneEnvironment(
                        at.root(),
                        corpus,
                        at.fixtures(),
                        at.reference(),
                        folder.resolve("no-lean"),
                        runners,
                        folder.resolve("out"),
                        false),
                LaneProgress.SILENT);
    }

    private void runner(String name, String... lines) throws IOException {
        Path file = runners.resolve(name);
        Executables.script(file, lines);
    }

    /** A runner that prints what the corpus has, after {@code sed}. */
    private void printing(String name, String document, String sed) throws IOException {
        runner(name, "sed '" + sed + "' '" + corpus.resolve(document) + "'");
    }

    private void plant(String document, String from, String to) {
        publish(Corpus.read(corpus).documents().stream()
                .map(one -> one.path().equals(document) ? changed(one, from, to) : one)
                .toList());
    }

    private static CorpusDocument changed(CorpusDocument document, String from, String to) {
        assertThat(document.text()).contains(from);
        return new CorpusDocument(document.path(), document.text().replace(from, to), document.cases());
    }

    @Test
    void effects_hold_against_table_corpus_and_runner() throws IOException {
        printing("semantic_effect_parity_runner", "semantic-effects.json", "");
        LaneReport report = run(LaneSelection.EFFECTS);
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
        assertThat(report.check("effects/published").cases()).isEqualTo(7);
        assertThat(report.check("effects/corpus").cases()).isEqualTo(7);
        assertThat(report.check("effects/runner").cases())
                .as("alone and serving")
                .isEqualTo(14);
        assertThat(report.check("effects/lean").status()).isEqualTo(CheckStatus.SKIPPED);
        assertThat(run(LaneSelection.EFFECTS).sha256()).isEqualTo(report.sha256());
    }

    @Test
    void one_changed_fixture_in_the_corpus_turns_effects_red_and_is_named() {
        plant("semantic-effects.json", "\"succeeded_then_faulted\"", "\"succeeded\"");
        LaneReport report = run(LaneSelection.EFFECTS);
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("effects/corpus").mismatches())
                .containsExactly(new Mismatch(
                        "effects/corpus:fixture/send_before_fault/lifecycle",
                        "\"succeeded\"",
                        "\"succeeded_then_faulted\"",
                        "fixture/send_before_fault/lifecycle"));
    }

    @Test
    void a_changed_byte_without_a_new_digest_turns_effects_red() throws IOException {
        Path file = corpus.resolve("semantic-effects.json");
        Files.writeString(file, Files.readString(file).replace("  ", "   "));
        LaneReport report = run(LaneSelection.EFFECTS);
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("effects/corpus").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("effects/corpus:DIGEST_MISMATCH");
    }

    @Test
    void one_changed_fixture_of_the_runner_turns_effects_red() throws IOException {
        printing("semantic_effect_parity_runner", "semantic-effects.json", "s/\"Wal\"/\"Log\"/");
        LaneReport report = run(LaneSelection.EFFECTS);
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("effects/runner").mismatches())
                .extracting(Mismatch::key)
                .containsOnly("effects/runner:fixture/wal_sync/interface_name");
    }

    /** Missing, failing and another version are three different states (spec 52 §10). */
    @Test
    void a_missing_a_failing_and_a_strange_runner_are_three_states() throws IOException {
        assertThat(run(LaneSelection.EFFECTS).check("effects/runner").skippedReason())
                .startsWith("there is no runner at ");
        runner("semantic_effect_parity_runner", "exit 3");
        LaneReport failing = run(LaneSelection.EFFECTS);
        assertThat(failing.check("effects/runner").skippedReason()).contains("ended with exit code 3");
        assertThat(failing.result()).isEqualTo(LaneResult.BROKEN);
        printing("semantic_effect_parity_runner", "semantic-effects.json", "s/parity_v1/parity_v2/");
        LaneReport strange = run(LaneSelection.EFFECTS);
        assertThat(strange.result()).isEqualTo(LaneResult.FAIL);
        assertThat(strange.check("effects/runner").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("effects/runner:schema_version");
    }

    @Test
    void an_empty_bundle_is_no_pass() throws IOException {
        runner(
                "semantic_effect_parity_runner",
                "echo '{\"fixtures\":[],\"schema_version\":\"semantic_effect_parity_v1\"}'");
        LaneReport report = run(LaneSelection.EFFECTS);
        assertThat(report.check("effects/runner").status()).isEqualTo(CheckStatus.BLOCKED);
        assertThat(report.result().exitCode()).isEqualTo(4);
    }

    @Test
    void search_holds_but_for_the_listed_deviation() throws IOException {
        printing("search_parity_runner", "search-parity.json", "");
        LaneReport report = run(LaneSelection.SEARCH);
        assertThat(report.result())
                .as(String.join("\n", LaneReportText.lines(report)))
                .isEqualTo(LaneResult.PASS);
        for (String id : List.of("search/published", "search/corpus", "search/runner")) {
            assertThat(report.check(id).status()).as(id).isEqualTo(CheckStatus.COVERED);
            assertThat(report.check(id).mismatches())
                    .extracting(Mismatch::location)
                    .containsOnly(
                            "search/profile_certificates/batched_parallel_envelope_bounded",
                            "search/profile_claims/batched_parallel_envelope_bounded");
        }
        assertThat(report.check("search/published").cases())
                .as("18 values, 8 words, and 2 x 112 inventory members twice")
                .isGreaterThan(450);
        assertThat(report.check("search/corpus-vectors").cases()).isEqualTo(8);
        assertThat(report.deviationsUsed()).containsExactly("search.profile_claims.batched_parallel_envelope_bounded");
        assertThat(run(LaneSelection.SEARCH).sha256()).isEqualTo(report.sha256());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"independent_targets\": [\n    4,','\"independent_targets\": [\n    5,',independent_targets/0",
        "'\"refinement_corollary\"','\"premise_scoped\"',theorem_pack_inventory_classes/",
        "'\"certified_window_trace_valid\": true','\"certified_window_trace_valid\":"
                + " false',certified_window_trace_valid",
        "'\"exact_one_step\"','\"premise_only\"',profile_claims/canonical_serial",
        "'\"barrier_phase_delta\": 1','\"barrier_phase_delta\": 2',barrier_phase_delta"
    })
    void one_changed_value_of_the_search_bundle_turns_search_red(String from, String to, String place) {
        plant("search-parity.json", from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        LaneReport report = run(LaneSelection.SEARCH);
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("search/corpus").mismatches())
                .isNotEmpty()
                .allSatisfy(mismatch -> assertThat(mismatch.key()).startsWith("search/corpus:search/" + place));
    }

    /** A model that agrees where the deviation is listed is as red as one that differs elsewhere. */
    @Test
    void a_deviation_that_no_longer_shows_turns_search_red() {
        plant(
                "search-parity.json",
                "\"batched_parallel_envelope_bounded\": \"premised_window_bounded\"",
                "\"batched_parallel_envelope_bounded\": \"premise_only\"");
        LaneReport report = run(LaneSelection.SEARCH);
        assertThat(report.check("search/corpus").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("search/corpus:search/profile_claims/batched_parallel_envelope_bounded/stale");
    }

    @Test
    void one_changed_search_of_the_corpus_turns_search_red_and_is_named() {
        plant("search-vectors.jsonl", "\"selected_result_cost\":3", "\"selected_result_cost\":4");
        LaneReport report = run(LaneSelection.SEARCH);
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("search/corpus-vectors").mismatches())
                .allSatisfy(mismatch -> assertThat(mismatch.location()).startsWith("tie_and_re_parent/"));
    }

    @Test
    void a_lost_and_an_unreadable_search_turn_search_red() {
        publish(Corpus.read(corpus).documents().stream()
                .map(one -> one.path().equals("search-vectors.jsonl")
                        ? new CorpusDocument(
                                one.path(),
                                "{\n" + one.text().lines().skip(1).collect(Collectors.joining("\n", "", "\n")),
                                8)
                        : one)
                .toList());
        LaneReport report = run(LaneSelection.SEARCH);
        assertThat(report.check("search/corpus-vectors").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("search/corpus-vectors:INVALID_JSON", "search/corpus-vectors:missing");
    }

    /** Published files are made again from what they tell; each planted change is found, none breaks the lane. */
    @Test
    void published_searches_are_made_again() throws IOException {
        Path published = Files.createDirectories(folder.resolve("reference/search-parity"));
        for (SchedulerProfile profile : SchedulerProfile.values()) {
            Files.writeString(published.resolve(profile + ".json"), vectors(profile));
        }
        LaneReport clean = withReference(folder.resolve("reference"));
        assertThat(clean.check("search/vectors").status()).isEqualTo(CheckStatus.PASS);
        assertThat(clean.check("search/vectors").cases()).isEqualTo(4);
        for (String change : List.of(
                "\"productive_steps\": 2=\"productive_steps\": 1",
                "\"DeterministicSchedulerConfluence\"=\"EventualBarrierService\"",
                "search_vectors_v1=search_vectors_threaded_exact_v1",
                "\"CanonicalSerial\"=\"BatchedParallelExact\"",
                "\"g_score\": 2=\"g_score\": -2",
                "\"open_nodes\"=\"open_node\"",
                "\"phase\": 0=\"phase\": 1")) {
            String[] sides = change.split("=", 2);
            String text = vectors(SchedulerProfile.CANONICAL_SERIAL);
            assertThat(text).contains(sides[0]);
            Files.writeString(published.resolve("CANONICAL_SERIAL.json"), text.replace(sides[0], sides[1]));
            assertThat(withReference(folder.resolve("reference"))
                            .check("search/vectors")
                            .status())
                    .as(change)
                    .isEqualTo(CheckStatus.FAIL);
        }
    }

    /** The reference's third file has no theorem pack; what a document of that family has is compared. */
    @Test
    void a_search_of_the_recovery_family_is_held_to_the_members_it_has() throws IOException {
        SearchMachine machine = GraphDomain.VECTORS.machine(GraphDomain.VECTORS_QUERY);
        machine.reconfigure(2, ReseedPolicy.PRESERVE_OPEN_AND_INCONS);
        SearchVectors run = SearchRun.run(machine, RunConfig.of(SchedulerProfile.CANONICAL_SERIAL))
                .vectors("search_recovery_vectors_v1");
        JsonValue.Obj whole = (JsonValue.Obj) SearchVectors.CODEC.toTree(run);
        Path file = Files.createDirectories(folder.resolve("reference/search-parity"))
                .resolve("search_recovery_vectors_v1.json");
        for (String absent : List.of("theorem_pack", "route_bounds", "final_state", "fairness_certificate_trace")) {
            SortedMap<String, JsonValue> members = new TreeMap<>(whole.members());
            members.remove(absent);
            String text = new JsonValue.Obj(members).compactText();
            Files.writeString(file, text);
            assertThat(withReference(folder.resolve("reference")).check("search/vectors"))
                    .as("without " + absent)
                    .satisfies(check -> assertThat(check.status()).isEqualTo(CheckStatus.PASS))
                    .satisfies(check -> assertThat(check.cases()).isEqualTo(1));
            for (String change : List.of(
                    "\"productive_steps\":2=\"productive_steps\":1",
                    "\"observation\":=\"observed\":",
                    "\"replay_rounds\":=\"rounds\":",
                    "\"schema_version\":=\"unheard_of\":1,\"schema_version\":",
                    "search_recovery_vectors_v1=search_vectors_v1")) {
                String[] sides = change.split("=", 2);
                assertThat(text).contains(sides[0]);
                Files.writeString(file, text.replace(sides[0], sides[1]));
                assertThat(withReference(folder.resolve("reference"))
                                .check("search/vectors")
                                .status())
                        .as(change)
                        .isEqualTo(CheckStatus.FAIL);
            }
        }
    }

    private static String vectors(SchedulerProfile profile) {
        SearchVectors made = VectorFamilies.made(GraphDomain.VECTORS, GraphDomain.VECTORS_QUERY, profile);
        return JsonOutput.prettyText(SearchVectors.CODEC, made) + "\n";
    }

    @Test
    void a_run_that_was_cut_short_or_began_after_a_change_of_epoch_is_made_again() {
        SearchMachine machine = GraphDomain.VECTORS.machine(GraphDomain.VECTORS_QUERY);
        machine.reconfigure(2, ReseedPolicy.PRESERVE_OPEN_AND_INCONS);
        SearchVectors cut = SearchRun.run(
                        machine,
                        RunConfig.of(SchedulerProfile.BATCHED_PARALLEL_EXACT)
                                .withEffort(new SearchEffort.SchedulerStepBudget(2)))
                .vectors("search_vectors_of_another_family_v1");
        assertThat(VectorFamilies.again(cut, GraphDomain.VECTORS, GraphDomain.VECTORS_QUERY))
                .isEqualTo(cut);
    }

    private LaneReport withReference(Path reference) {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        return LaneRunner.run(
                LaneSelection.SEARCH,
                new LaneEnvironment(
                        at.root(), corpus, at.fixtures(), reference, folder, runners, folder.resolve("out"), false),
                LaneProgress.SILENT);
    }

    @Test
    void published_searches_of_others_hold_where_they_are_present() {
        LaneCheck vectors = run(LaneSelection.SEARCH).check("search/vectors");
        assumeTrue(vectors.status() != CheckStatus.SKIPPED, String.valueOf(vectors.skippedReason()));
        assertThat(vectors.mismatches()).isEmpty();
        assertThat(vectors.cases()).isGreaterThanOrEqualTo(2);
    }
}
