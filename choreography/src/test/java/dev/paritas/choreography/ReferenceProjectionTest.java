package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Published projections: the golden cases, and every generated run of the reference. */
class ReferenceProjectionTest {
    private static final ReadPolicy LARGE =
            ReadPolicy.PEER.withMaxBytes(1L << 30).withMaxDepth(100_000);

    @Test
    void every_golden_case_projects_to_its_files_by_both_algorithms() throws IOException {
        int files = 0;
        try (var cases = Files.newDirectoryStream(Reference.at("golden"), Files::isDirectory)) {
            for (Path golden : cases) {
                GlobalType type = TypeReader.global().read(Files.readAllBytes(golden.resolve("input.json")));
                Map<String, LocalType> locals = Projection.projectAll(type);
                for (Map.Entry<String, LocalType> local : locals.entrySet()) {
                    LocalType expected = TypeReader.local()
                            .read(Files.readAllBytes(golden.resolve(local.getKey() + ".expected.json")));
                    assertThat(local.getValue())
                            .as("%s of %s", local.getKey(), golden)
                            .isEqualTo(expected);
                    assertThat(CandidateProjection.trans(type, local.getKey())).isEqualTo(expected);
                    files++;
                }
                try (var entries = Files.list(golden)) {
                    assertThat(entries).hasSize(locals.size() + 1);
                }
            }
        }
        assertThat(files).isGreaterThanOrEqualTo(13);
    }

    @Test
    void every_run_projects_as_recorded() throws IOException {
        assertThat(recorded(Files.newInputStream(Reference.answers("r-runs/runs.jsonl"))))
                .isGreaterThanOrEqualTo(160);
    }

    @Test
    void every_full_run_projects_as_recorded() throws IOException {
        assertThat(recorded(new GZIPInputStream(Files.newInputStream(Reference.answers("r-runs/full.jsonl.gz")))))
                .isGreaterThanOrEqualTo(20);
    }

    private static int recorded(InputStream lines) throws IOException {
        int runs = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonValue.Obj run = (JsonValue.Obj) JsonInput.read(line, LARGE, JsonValue.CODEC);
                recordedRun(run, text(member(run, "id")));
                runs++;
            }
        }
        return runs;
    }

    private static void recordedRun(JsonValue.Obj run, String id) {
        JsonValue global = member(run, "global");
        if (run.members().get("import_error") instanceof JsonValue.Text(String message)) {
            assertThatExceptionOfType(ProblemException.class)
                    .as(id)
                    .isThrownBy(() -> TypeReader.global().read(global))
                    .withMessage(message);
            return;
        }
        GlobalType type = TypeReader.global().read(global);
        assertThat(JsonOutput.compactText(TypeCodec.GLOBAL, type)).as(id).isEqualTo(global.compactText());
        assertThat(type.wellFormed())
                .as(id)
                .isEqualTo(member(run, "well_formed").equals(JsonValue.TRUE));
        List<String> roles = ((JsonValue.Array) member(run, "roles"))
                .elements().stream().map(ReferenceProjectionTest::text).toList();
        assertThat(type.roles()).as(id).containsExactlyElementsOf(roles);
        ((JsonValue.Obj) member(run, "projection"))
                .members()
                .forEach((role, expected) -> recordedRole(type, role, (JsonValue.Obj) expected, id + " " + role));
    }

    private static void recordedRole(GlobalType type, String role, JsonValue.Obj expected, String what) {
        JsonValue ok = expected.members().get("ok");
        if (ok != null) {
            LocalType local = Projection.project(type, role);
            assertThat(JsonOutput.compactText(TypeCodec.LOCAL, local)).as(what).isEqualTo(ok.compactText());
            assertThat(local).as(what).isEqualTo(TypeReader.local().read(ok));
            return;
        }
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Projection.project(type, role));
        assertThat(refused).as(what).hasMessage(text(member(expected, "error")));
        assertThat(refused.only(ProjectionError.class).debugText()).as(what).isEqualTo(text(member(expected, "debug")));
    }

    private static JsonValue member(JsonValue.Obj object, String name) {
        return Objects.requireNonNull(object.members().get(name), name);
    }

    private static String text(JsonValue value) {
        return ((JsonValue.Text) value).value();
    }
}
