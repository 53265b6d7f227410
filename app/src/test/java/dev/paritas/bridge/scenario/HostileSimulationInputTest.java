package dev.paritas.bridge.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.schema.BridgeDocument;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.semanticobjects.json.ShapeInstances.OptionalMembers;
import dev.paritas.testsupport.ShapeMutations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged documents of the simulator: whatever comes in, only typed refusals come out. */
class HostileSimulationInputTest {
    private static final long SEED = 20_261_121;
    private static final int DOCUMENTS = 400;

    private static final String[] SPLINTERS = {
        "[".repeat(100_000),
        "{\"a\":".repeat(50_000),
        "9".repeat(10_000),
        "1e999999999",
        "0.5",
        "-1",
        "null",
        "\"",
        "\\",
        "\"\\ud800\"",
        ",",
        "}",
        "\u0000",
        "\ufeff",
        "18446744073709551616",
        "\"layer\":\"mean_field\","
    };

    @ParameterizedTest
    @EnumSource(names = {"SIM_RUN_INPUT", "SIM_RUN_OUTPUT", "SIM_TRACE_VALIDATION", "SCENARIO", "FIELD_PARAMETERS"})
    void only_a_json_exception_comes_out(BridgeDocument document) {
        Shape shape = document.codec().shape();
        SplittableRandom random = new SplittableRandom(SEED + document.ordinal());
        ShapeInstances instances = new ShapeInstances(shape, OptionalMembers.SOMETIMES_ABSENT, 6, random.nextLong());
        int refused = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] utf8 = damaged(shape, instances.next(), random);
            for (ReadPolicy policy : List.of(ReadPolicy.STRICT, ReadPolicy.PEER)) {
                try {
                    JsonInput.read(utf8, policy, document.codec());
                } catch (JsonException e) {
                    assertThat(e.describe()).isNotBlank();
                    refused++;
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("seed " + SEED + ", " + document + ", document " + i, e);
                }
            }
        }
        assertThat(refused).isPositive();
    }

    private static byte[] damaged(Shape shape, JsonValue document, SplittableRandom random) {
        List<ShapeMutations.Mutation> mutations = ShapeMutations.of(shape, document);
        String text = mutations.isEmpty() || random.nextBoolean()
                ? document.compactText()
                : mutations.get(random.nextInt(mutations.size())).text();
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at).getBytes(StandardCharsets.UTF_8);
            case 1 ->
                (text.substring(0, at) + SPLINTERS[random.nextInt(SPLINTERS.length)] + text.substring(at))
                        .getBytes(StandardCharsets.UTF_8);
            case 2 -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                yield bytes;
            }
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void the_operations_answer_any_payload() {
        ShapeInstances any = new ShapeInstances(new Shape.Any(), OptionalMembers.SOMETIMES_ABSENT, 4, SEED);
        JsonValue clean = SimulationFixture.request(SimulationFixture.PUBLISHED.getFirst());
        for (int i = 0; i < 2_000; i++) {
            JsonValue odd = any.next();
            Map<String, JsonValue> members = new java.util.TreeMap<>(((JsonValue.Obj) clean).members());
            members.put(i % 2 == 0 ? "global_type" : "scenario", odd);
            for (JsonValue payload : List.of(odd, new JsonValue.Obj(members))) {
                assertThat(ReferenceSimulation.of(payload))
                        .as("seed %d, document %d", SEED, i)
                        .isNotNull();
                JsonValue pair = new JsonValue.Obj(Map.of("input", clean, "trace", odd));
                assertThat(ReferenceSimulation.validate(pair)).isNotNull();
                assertThat(ReferenceSimulation.validate(payload).valid()).isFalse();
            }
        }
    }
}
