package dev.paritas.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchVectors;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on domain V against the published vector files, read in place and skipped where they are absent. */
class ReferenceVectorsTest {
    private static SearchVectors made(SchedulerProfile profile, String version) {
        SearchMachine machine = GraphDomain.VECTORS.machine(GraphDomain.VECTORS_QUERY);
        return SearchRun.run(machine, RunConfig.of(profile)).vectors(version);
    }

    private static String published(String version) throws IOException {
        return Files.readString(Checkout.reference("search-parity/" + version + ".json"));
    }

    @ParameterizedTest
    @CsvSource({"CANONICAL_SERIAL,search_vectors_v1", "THREADED_EXACT_SINGLE_LANE,search_vectors_threaded_exact_v1"})
    void a_run_on_domain_v_gives_the_published_file_byte_for_byte(SchedulerProfile profile, String version)
            throws IOException {
        String text = published(version);
        SearchVectors made = made(profile, version);
        assertThat(JsonOutput.prettyText(SearchVectors.CODEC, made) + "\n").isEqualTo(text);
        assertThat(JsonInput.read(text, ReadPolicy.STRICT, SearchVectors.CODEC)).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({"CANONICAL_SERIAL,search_vectors_v1", "THREADED_EXACT_SINGLE_LANE,search_vectors_threaded_exact_v1"})
    void a_change_of_any_leaf_of_the_published_file_is_found(SchedulerProfile profile, String version)
            throws IOException {
        JsonValue document = Json.json(published(version));
        SearchVectors made = made(profile, version);
        List<JsonValue> tampered = flipped(document);
        assertThat(tampered).hasSizeGreaterThan(300);
        for (JsonValue one : tampered) {
            assertThat(isRefusedOrDifferent(one, made)).as(one.compactText()).isTrue();
        }
    }

    private static boolean isRefusedOrDifferent(JsonValue document, SearchVectors made) {
        try {
            return !SearchVectors.CODEC.fromTree(document, ReadPolicy.STRICT).equals(made);
        } catch (JsonException e) {
            return true;
        }
    }

    /** {@return copies of {@code value}, each with one leaf changed} */
    private static List<JsonValue> flipped(JsonValue value) {
        List<JsonValue> copies = new ArrayList<>();
        switch (value) {
            case JsonValue.Null _ -> copies.add(JsonValue.Num.of(7));
            case JsonValue.Bool(boolean bool) -> copies.add(new JsonValue.Bool(!bool));
            case JsonValue.Text(String text) -> copies.add(new JsonValue.Text(text + "x"));
            case JsonValue.Num number -> copies.add(JsonValue.Num.of(number.unsignedValue() + 1));
            case JsonValue.Array(List<JsonValue> elements) -> {
                copies.add(new JsonValue.Array(append(elements, JsonValue.Num.of(9))));
                for (int i = 0; i < elements.size(); i++) {
                    for (JsonValue one : flipped(elements.get(i))) {
                        List<JsonValue> changed = new ArrayList<>(elements);
                        changed.set(i, one);
                        copies.add(new JsonValue.Array(changed));
                    }
                }
            }
            case JsonValue.Obj(var members) ->
                members.forEach((name, member) -> {
                    for (JsonValue one : flipped(member)) {
                        Map<String, JsonValue> changed = new TreeMap<>(members);
                        changed.put(name, one);
                        copies.add(new JsonValue.Obj(changed));
                    }
                });
        }
        return copies;
    }

    private static List<JsonValue> append(List<JsonValue> elements, JsonValue last) {
        List<JsonValue> longer = new ArrayList<>(elements);
        longer.add(last);
        return longer;
    }

    /** Between the two families exactly these values differ (spec 52 §8.8). */
    @Test
    void canonical_and_threaded_runs_differ_in_class_words_profile_and_fairness_alone() {
        String canonical = JsonOutput.prettyText(
                SearchVectors.CODEC, made(SchedulerProfile.CANONICAL_SERIAL, "search_vectors_v1"));
        SearchVectors threaded = made(SchedulerProfile.THREADED_EXACT_SINGLE_LANE, "search_vectors_threaded_exact_v1");
        SearchVectors without = new SearchVectors(
                threaded.schemaVersion(),
                threaded.theoremPack(),
                threaded.routeBounds(),
                threaded.finalState(),
                threaded.fairnessCertificateTrace(),
                threaded.observation(),
                threaded.replayRounds(),
                null);
        List<String> left = canonical.lines().toList();
        List<String> right =
                JsonOutput.prettyText(SearchVectors.CODEC, without).lines().toList();
        assertThat(right).hasSameSizeAs(left);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).equals(right.get(i))) {
                changed.add(right.get(i).strip().replace(",", ""));
            }
        }
        assertThat(changed)
                .containsExactly(
                        "\"class\": \"CurrentMinKeyBatchViaThreadedRefinement\"",
                        "\"class\": \"CurrentMinKeyBatchViaThreadedRefinement\"",
                        "\"class\": \"CurrentMinKeyBatchViaThreadedRefinement\"",
                        "\"scheduler_profile\": \"ThreadedExactSingleLane\"",
                        "\"class\": \"CurrentMinKeyBatchViaThreadedRefinement\"",
                        "\"class\": \"CurrentMinKeyBatchViaThreadedRefinement\"",
                        "\"class\": \"CurrentMinKeyBatchViaThreadedRefinement\"",
                        "\"class\": \"GoalWindowOneStepViaThreadedRefinement\"",
                        "\"schema_version\": \"search_vectors_threaded_exact_v1\"");
    }
}
