package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.Merge;
import dev.paritas.choreography.projection.MergeError;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.step.BoundedRecursion;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of the reference in which it once differed from ours ({@code docs/corpus.md}, fuzz-answers). */
class ReferenceTextsTest {
    private static final Path FOLDER = Reference.answers("fuzz-answers");

    private static JsonValue line(String file, String id) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .map(line -> JsonInput.read(line, ReadPolicy.PEER, JsonValue.CODEC))
                .filter(json -> text(at(json, "id")).startsWith(id + " "))
                .findFirst()
                .orElseThrow();
    }

    private static JsonValue at(JsonValue json, String... path) {
        JsonValue here = json;
        for (String name : path) {
            here = Objects.requireNonNull(((JsonValue.Obj) here).members().get(name), name);
        }
        return here;
    }

    private static String text(JsonValue json) {
        return ((JsonValue.Text) json).value();
    }

    @Test
    void debug_texts_of_projections_escape_combining_marks() throws IOException {
        GlobalType type = TypeReader.global().read(at(line("cases.jsonl", "D1"), "global"));
        JsonValue answers = at(line("answers.jsonl", "D1"), "projection");

        for (Map.Entry<String, JsonValue> answer :
                ((JsonValue.Obj) answers).members().entrySet()) {
            Map<String, JsonValue> members = ((JsonValue.Obj) answer.getValue()).members();
            if (members.get("ok") instanceof JsonValue.Array(List<JsonValue> expected)) {
                LocalType local = Projection.project(type, answer.getKey());
                assertThat(local).isEqualTo(TypeReader.local().read(expected.get(0)));
                assertThat(local.debugText()).isEqualTo(text(expected.get(1)));
            } else {
                ProblemException refused =
                        catchThrowableOfType(ProblemException.class, () -> Projection.project(type, answer.getKey()));
                assertThat(refused.only(ProjectionError.class).debugText())
                        .isEqualTo(text(at(answer.getValue(), "debug")));
                assertThat(refused.getMessage()).isEqualTo(text(at(answer.getValue(), "error")));
            }
        }
        assertThat(answers.compactText()).contains("u{301}");
    }

    @Test
    void the_debug_text_of_an_annotation_mismatch_quotes_both() throws IOException {
        LocalType left = annotated(ValType.UNIT);
        LocalType right = annotated(ValType.BOOL);
        JsonValue answer = line("answers.jsonl", "D2");

        assertThat(mismatch(left, right).debugText()).isEqualTo(text(at(answer, "merge", "debug")));
        assertThat(mismatch(left, right).sentence()).isEqualTo(text(at(answer, "merge", "error")));
        assertThat(mismatch(right, left).debugText()).isEqualTo(text(at(answer, "merge_swapped", "debug")));
    }

    @Test
    void debug_texts_escape_of_a_range_of_characters_what_the_reference_escapes() throws IOException {
        JsonValue range = line("cases.jsonl", "D1c");
        List<Integer> escaped = new ArrayList<>();
        int to = number(at(range, "to"));
        for (int point = number(at(range, "from")); point < to; point++) {
            String name = Character.toString(point);
            if (!LocalType.send(name, "l", LocalType.END).debugText().contains('"' + name + '"')) {
                escaped.add(point);
            }
        }
        List<Integer> expected = ((JsonValue.Array) at(line("answers.jsonl", "D1c"), "escaped"))
                .elements().stream().map(ReferenceTextsTest::number).toList();
        assertThat(escaped).isEqualTo(expected);
    }

    private static int number(JsonValue json) {
        return Integer.parseInt(json.compactText());
    }

    private static LocalType annotated(ValType type) {
        return new LocalType.Recv("C", List.of(new LocalType.Branch(Label.of("l"), type, LocalType.END)));
    }

    private static MergeError mismatch(LocalType left, LocalType right) {
        return catchThrowableOfType(ProblemException.class, () -> Merge.merge(left, right))
                .only(MergeError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D3", "D4", "D4b"})
    void refusals_repeat_numbers_as_the_reference_prints_them(String id) throws IOException {
        String document = text(at(line("cases.jsonl", id), "text"));
        JsonValue answer = line("answers.jsonl", id);

        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> TypeReader.global().read(document)))
                .hasMessage(text(at(answer, "global", "error")));
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> TypeReader.local().read(document)))
                .hasMessage(text(at(answer, "local", "error")));
    }

    @Test
    void bounded_recursions_end_where_the_references_do() throws IOException {
        LocalType local = TypeReader.local().read(at(line("cases.jsonl", "D5"), "local"));
        JsonValue answer = line("answers.jsonl", "D5");

        assertThat(BoundedRecursion.yieldAfter(local, 1).debugText()).isEqualTo(text(at(answer, "yield_after")));
        assertThat(BoundedRecursion.fuel(local, 1).debugText()).isEqualTo(text(at(answer, "fuel")));
        assertThat(BoundedRecursion.yieldWhen(local, "c").debugText()).isEqualTo(text(at(answer, "yield_when")));
        assertThat(BoundedRecursion.unfoldBounded(local, 1).debugText()).isEqualTo(text(at(answer, "unfold_bounded")));
    }
}
