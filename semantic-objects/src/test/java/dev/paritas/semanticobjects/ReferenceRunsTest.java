package dev.paritas.semanticobjects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RefinementSlice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Everything recorded of the reference's runs is read strictly and written back as it was. */
class ReferenceRunsTest {
    private static final ReadPolicy LINES = ReadPolicy.STRICT.withMaxBytes(1L << 30);

    private static final Map<String, Codec<?>> CODECS = Map.of(
            "trace", Codec.listOf(ObservableEvent.CODEC),
            "effect_exchanges", Codec.listOf(EffectExchange.CODEC),
            "effect_trace", Codec.listOf(EffectTraceEntry.CODEC),
            "semantic_objects", SemanticObjects.CODEC);

    @Test
    void recorded_members_are_written_back_as_they_were() throws IOException {
        forEachRun(run -> CODECS.forEach((name, codec) -> {
            JsonValue recorded = run.get(name);
            if (recorded != null && !recorded.equals(JsonValue.NULL)) {
                assertSameAfterCodec(codec, recorded);
            }
        }));
    }

    @Test
    void recorded_slices_are_written_back_as_they_were() throws IOException {
        forEachRun(run -> {
            if (run.get("rounds") instanceof JsonValue.Array(List<JsonValue> rounds)) {
                for (JsonValue round : rounds) {
                    for (String side : List.of("pre", "post")) {
                        JsonValue slice = ((JsonValue.Obj) round).members().get(side);
                        if (slice != null && !slice.equals(JsonValue.NULL)) {
                            assertSameAfterCodec(RefinementSlice.CODEC, slice);
                        }
                    }
                }
            }
        });
    }

    @Test
    void recorded_requests_carry_the_metadata_of_their_kind() throws IOException {
        forEachRun(run -> {
            JsonValue recorded = run.get("effect_exchanges");
            if (recorded instanceof JsonValue.Array) {
                for (EffectExchange exchange :
                        Codec.listOf(EffectExchange.CODEC).fromTree(recorded, LINES)) {
                    EffectKind kind = exchange.request().body().effectKind();
                    assertThat(exchange.request().metadata()).isEqualTo(kind.metadata());
                }
            }
        });
    }

    private static <T> void assertSameAfterCodec(Codec<T> codec, JsonValue recorded) {
        T value = codec.fromTree(recorded, LINES);
        assertThat(JsonOutput.compactText(codec, value)).isEqualTo(recorded.compactText());
    }

    private static void forEachRun(Consumer<Map<String, JsonValue>> check) throws IOException {
        Path folder = Path.of(System.getProperty("paritas.root", ".."), "corpus/reference/r-runs");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> runs = files.filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?"))
                    .toList();
            assertThat(runs).hasSize(2);
            for (Path file : runs) {
                try (InputStream raw = Files.newInputStream(file);
                        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        check.accept(((JsonValue.Obj) JsonInput.read(line, LINES, JsonValue.CODEC)).members());
                    }
                }
            }
        }
    }
}
