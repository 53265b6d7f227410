package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The size of a projection that another program makes (spec 32 §10.2, first budget). */
class ProjectionBudgetTest {
    @Test
    void twelve_roles_and_forty_eight_hops_are_projected_within_the_published_size(@TempDir Path folder)
            throws IOException {
        GlobalType type = GlobalType.END;
        for (int hop = 47; hop >= 0; hop--) {
            type = GlobalType.comm(
                    "R" + hop % 12, "R" + (hop + 1) % 12, String.format(Locale.ROOT, "Hop%02d", hop), type);
        }
        Path choreography = Files.writeString(folder.resolve("choreography.json"), Documents.global(type));
        Path output = folder.resolve("output.json");
        assertThat(Program.validator(
                                "", "--export-all-projections", choreography.toString(), "--output", output.toString())
                        .code())
                .isZero();
        JsonValue.Obj answer = (JsonValue.Obj)
                JsonInput.read(Files.readAllBytes(output), ReadPolicy.STRICT.withMaxDepth(1000), JsonValue.CODEC);
        JsonValue.Obj projections = (JsonValue.Obj) answer.members().getOrDefault("projections", JsonValue.NULL);
        assertThat(projections.members()).hasSize(12);
        assertThat(projections.compactText().getBytes(StandardCharsets.UTF_8).length)
                .isBetween(1, 96_000);
        for (Map.Entry<String, LocalType> own : Projection.projectAll(type).entrySet()) {
            assertThat(projections.members()).containsEntry(own.getKey(), TypeCodec.LOCAL.toTree(own.getValue()));
        }
    }
}
