package dev.paritas.semanticobjects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.semanticobjects.json.ShapeInstances.OptionalMembers;
import dev.paritas.semanticobjects.json.ShapeMutations;
import dev.paritas.semanticobjects.json.ShapeMutations.Mutation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand damaged documents and more: whatever comes in, only a {@link JsonException} comes out, and soon. */
class HostileInputTest {
    private static final long SEED = 20_261_121L;
    private static final int DOCUMENTS_PER_CODEC = 340;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static final String[] INSERTIONS = {
        "[".repeat(200_000),
        "{\"a\":".repeat(50_000),
        "9".repeat(100_000),
        "1e999999999",
        "-",
        "\"",
        "\\",
        "null",
        "\"\\ud800\"",
        ",",
        "}",
        "\u0000",
        "\ufeff",
        "{\"kind\":\"send_decision\",\"kind\":7}",
        "18446744073709551616",
    };

    @ParameterizedTest
    @EnumSource
    void only_a_json_exception_comes_out(WireCodecs wire) {
        Shape shape = wire.codec().shape();
        SplittableRandom random = new SplittableRandom(SEED + wire.ordinal());
        ShapeInstances instances = new ShapeInstances(shape, OptionalMembers.SOMETIMES_ABSENT, 3, random.nextLong());
        Assertions.assertTimeout(LIMIT, () -> {
            for (int i = 0; i < DOCUMENTS_PER_CODEC; i++) {
                byte[] document = damaged(shape, instances, random);
                for (ReadPolicy policy : List.of(ReadPolicy.STRICT, ReadPolicy.PEER)) {
                    read(wire, document, policy, i);
                }
            }
        });
    }

    private static void read(WireCodecs wire, byte[] document, ReadPolicy policy, int i) {
        try {
            JsonInput.read(document, policy, wire.codec());
        } catch (JsonException e) {
            assertThat(e.describe()).isNotBlank();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + SEED + ", " + wire + ", document " + i, e);
        }
    }

    private static byte[] damaged(Shape shape, ShapeInstances instances, SplittableRandom random) {
        var document = instances.next();
        List<Mutation> mutations = random.nextInt(4) == 0 ? ShapeMutations.of(shape, document) : List.of();
        String text = mutations.isEmpty()
                ? document.compactText()
                : mutations.get(random.nextInt(mutations.size())).text();
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(6)) {
            case 0 -> utf8(text.substring(0, at));
            case 1 -> utf8(text.substring(0, at) + INSERTIONS[random.nextInt(INSERTIONS.length)] + text.substring(at));
            case 2 -> utf8(text.substring(0, at) + text);
            case 3 -> {
                byte[] bytes = utf8(text);
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
            case 4 -> utf8(text.replaceFirst("[0-9]+", INSERTIONS[random.nextInt(4)]));
            default -> utf8(text);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
