package dev.paritas.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.schema.BridgeDocument;
import dev.paritas.bridge.corpus.CorpusIndex;
import dev.paritas.bridge.implementation.ServeHandshake;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.scenario.ScenarioFile;
import dev.paritas.choreography.generate.GeneratorOptions;
import dev.paritas.choreography.generate.ProtocolGenerator;
import dev.paritas.choreography.json.ModelTypeReader;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.source.Choreography;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.simulation.scenario.ScenarioProblem;
import dev.paritas.simulation.scenario.SimulatorHost;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.DamagedDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every reader of the product: a value or its own typed refusal, never anything else. */
@Tag("slow")
class HostileReadersTest {
    /** {@return every document of the wire and of our own, by name} */
    private static Map<String, Codec<?>> documents() {
        Map<String, Codec<?>> documents = new LinkedHashMap<>();
        for (BridgeDocument document : BridgeDocument.values()) {
            documents.put(document.id(), document.codec());
        }
        documents.put("lane report", LaneReport.CODEC);
        documents.put("corpus index", CorpusIndex.CODEC);
        documents.put("handshake", ServeHandshake.CODEC);
        return documents;
    }

    @Test
    void documents_of_a_shape() {
        Map<String, Codec<?>> documents = documents();
        int each = HostileRun.share(450_000) / documents.size() + 1;
        HostileRun run = new HostileRun("documents of " + documents.size() + " shapes");
        documents.forEach((name, codec) -> {
            DamagedDocuments damaged = new DamagedDocuments(codec.shape(), HostileRun.seed() + name.hashCode());
            TextDamage more = new TextDamage(HostileRun.seed() + name.hashCode());
            for (int i = 0; i < each; i++) {
                byte[] document = i % 2 == 0 ? damaged.next() : more.damaged(damaged.next());
                run.one(i, document, input -> {
                    for (ReadPolicy policy : List.of(ReadPolicy.STRICT, ReadPolicy.PEER)) {
                        read(name, codec, policy, input);
                    }
                });
            }
        });
        run.end();
    }

    private static void read(String name, Codec<?> codec, ReadPolicy policy, byte[] input) {
        try {
            JsonInput.read(input, policy, codec);
        } catch (JsonException e) {
            assertThat(e.describe()).as(name).isNotBlank();
        }
    }

    @Test
    void global_and_local_types() {
        HostileRun run = new HostileRun("types");
        TextDamage damage = new TextDamage(HostileRun.seed());
        int count = HostileRun.share(150_000);
        for (int i = 0; i < count; i++) {
            byte[] sound = JsonOutput.compactBytes(
                    TypeCodec.GLOBAL, ProtocolGenerator.generate(GeneratorOptions.ANY, i % 1_000));
            run.one(i, damage.damaged(sound), input -> {
                refusedAs(ProblemException.class, () -> TypeReader.global().read(input));
                refusedAs(ProblemException.class, () -> TypeReader.local().read(input));
                try {
                    ModelTypeReader.global().decode(ModelTypeReader.parse(input));
                } catch (ProblemException | JsonException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            });
        }
        run.end();
    }

    private static void refusedAs(Class<? extends RuntimeException> type, Runnable reader) {
        try {
            reader.run();
        } catch (RuntimeException e) {
            assertThat(e).isInstanceOf(type);
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    void choreography_sources() throws IOException {
        HostileRun run = new HostileRun("choreography sources");
        TextDamage damage = new TextDamage(HostileRun.seed());
        List<byte[]> sources = files(Checkout.FIXTURES.resolve("tell"), ".tell");
        int count = HostileRun.share(140_000);
        for (int i = 0; i < count; i++) {
            run.one(i, damage.damaged(sources.get(i % sources.size())), input -> {
                try {
                    Choreography.parse(new String(input, StandardCharsets.UTF_8))
                            .lower();
                } catch (ProblemException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            });
        }
        run.end();
    }

    @Test
    void scenario_files() throws IOException {
        HostileRun run = new HostileRun("scenario files");
        TextDamage damage = new TextDamage(HostileRun.seed());
        byte[] sound = """
                name = "two"
                roles = ["A", "B"]
                steps = 12
                seed = 7

                [field]
                layer = "mean_field"
                beta = "0.5"
                species = ["up", "down"]
                initial_state = ["0.6", "0.4"]
                step_size = "0.01"
                """.getBytes(StandardCharsets.UTF_8);
        int count = HostileRun.share(40_000);
        for (int i = 0; i < count; i++) {
            run.one(i, damage.damaged(sound), input -> {
                try {
                    ScenarioFile.read(
                            input, ScenarioFile.Numbers.values()[input.length % 2], SimulatorHost.SINGLE_THREAD);
                } catch (ProblemException e) {
                    e.only(ScenarioProblem.class);
                    assertThat(e.getMessage()).isNotBlank();
                }
            });
        }
        run.end();
    }

    static List<byte[]> files(Path folder, String ending) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        assertThat(contents).as(folder.toString()).isNotEmpty();
        return contents;
    }
}
