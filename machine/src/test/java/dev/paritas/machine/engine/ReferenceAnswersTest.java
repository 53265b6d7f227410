package dev.paritas.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs in which our machine once differed, against what the reference answered ({@code docs/corpus.md}, fuzz-answers). */
class ReferenceAnswersTest {
    private static final Path FOLDER = Checkout.ANSWERS.resolve("fuzz-answers");
    private static final ReadPolicy LENIENT = ReadPolicy.PEER.withMaxDepth(1_000);

    /** A run and its answer, as they stand in the files. */
    record Row(String id, SortedMap<String, JsonValue> question, SortedMap<String, JsonValue> answer) {
        @Override
        public String toString() {
            return id;
        }
    }

    private static Map<String, SortedMap<String, JsonValue>> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .map(line -> ((JsonValue.Obj) JsonInput.read(line, LENIENT, JsonValue.CODEC)).members())
                .collect(Collectors.toMap(row -> read(row, "id", Codec.STRING), row -> row));
    }

    static Stream<Row> runs() throws IOException {
        Map<String, SortedMap<String, JsonValue>> answers = rows("answers.jsonl");
        return rows("cases.jsonl").entrySet().stream()
                .filter(row -> read(row.getValue(), "op", Codec.STRING).equals("mach"))
                .map(row -> new Row(row.getKey(), row.getValue(), Objects.requireNonNull(answers.get(row.getKey()))));
    }

    private static <T> T read(SortedMap<String, JsonValue> row, String member, Codec<T> codec) {
        return codec.fromTree(Objects.requireNonNull(row.get(member), member), LENIENT);
    }

    /** {@return what the recorded host delivered, by label: its decisions are a part of the question} */
    private static Map<String, Value> delivered(Row row) {
        Map<String, Value> delivered = new HashMap<>();
        for (OutstandingEffect effect :
                read(row.answer(), "semantic_objects", SemanticObjects.CODEC).outstandingEffects()) {
            if (at(effect.outputs(), "response", "decision", "Deliver") instanceof JsonValue value
                    && at(effect.inputs(), "body", "label") instanceof JsonValue.Text(String label)) {
                delivered.put(label, Value.CODEC.fromTree(value, LENIENT));
            }
        }
        return delivered;
    }

    private static @Nullable JsonValue at(@Nullable JsonValue value, String... members) {
        JsonValue here = value;
        for (String member : members) {
            here = here instanceof JsonValue.Obj(var fields) ? fields.get(member) : null;
        }
        return here;
    }

    private static EffectHandler handler(Row row) {
        Map<String, Value> delivered = delivered(row);
        SortedMap<String, JsonValue> handler =
                row.question().get("handler") instanceof JsonValue.Obj(var members) ? members : new TreeMap<>();
        Map<Long, List<TopologyEvent>> topology = new HashMap<>();
        if (handler.get("topology") instanceof JsonValue.Array(var events)) {
            for (JsonValue event : events) {
                List<JsonValue> pair = ((JsonValue.Array) event).elements();
                topology.computeIfAbsent(Codec.U64.fromTree(pair.getFirst(), LENIENT), _ -> new ArrayList<>())
                        .add(TopologyEvent.CODEC.fromTree(pair.getLast(), LENIENT));
            }
        }
        return new EffectHandler() {
            @Override
            public EffectResult<SendDecision> sendDecision(
                    long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
                return EffectResult.success(
                        new SendDecision.Deliver(Objects.requireNonNull(delivered.get(label), label)));
            }

            @Override
            public EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
                return EffectResult.success(topology.getOrDefault(tick, List.of()));
            }
        };
    }

    private static ProtocolMachine loaded(Row row) {
        MachineConfig config = row.question().containsKey("config")
                ? read(row.question(), "config", MachineConfig.CODEC)
                : MachineConfig.DEFAULT;
        ProtocolMachine machine = new ProtocolMachine(config);
        for (JsonValue image : read(row.question(), "images", Codec.listOf(JsonValue.CODEC))) {
            GlobalType global = read(((JsonValue.Obj) image).members(), "global", TypeCodec.GLOBAL);
            machine.loadChoreography(CodeImage.of(global));
        }
        return machine;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void a_run_ends_as_that_of_the_reference_with_the_same_events_and_objects(Row row) {
        ProtocolMachine machine = loaded(row);
        EffectHandler handler = handler(row);
        String error = "";
        try {
            machine.run(handler, read(row.question(), "max_steps", Codec.U64));
        } catch (ProblemException e) {
            error = e.only(MachineError.class).sentence();
        }
        assertThat(error)
                .isEqualTo(row.answer().containsKey("run_error") ? read(row.answer(), "run_error", Codec.STRING) : "");
        assertThat(machine.trace()).isEqualTo(read(row.answer(), "trace", Codec.listOf(ObservableEvent.CODEC)));
        assertThat(machine.records().semanticObjects())
                .isEqualTo(read(row.answer(), "semantic_objects", SemanticObjects.CODEC));
    }
}
