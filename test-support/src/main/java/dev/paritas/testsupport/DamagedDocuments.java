package dev.paritas.testsupport;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.json.ShapeInstances;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Documents of a shape with random damage, the same ones for the same seed: truncated, repeated, with flipped bytes, with
 * very deep or very long insertions, with one change that {@link ShapeMutations} knows, and now and then sound. What reads
 * them must answer each with a value or a typed refusal, and soon.
 */
public final class DamagedDocuments {
    private static final int MAX_DEPTH = 3;

    /** Beyond every limit at little cost; one in {@link #GIANTS} is a hundred times as long. */
    private static final String[] UNITS = {"[".repeat(2_000), "{\"a\":".repeat(500), "9".repeat(1_000)};

    private static final int GIANTS = 50;

    private static final String[] INSERTIONS = {
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

    private final Shape shape;
    private final SplittableRandom random;
    private final ShapeInstances instances;

    public DamagedDocuments(Shape shape, long seed) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
        this.instances = new ShapeInstances(
                shape, ShapeInstances.OptionalMembers.SOMETIMES_ABSENT, MAX_DEPTH, random.nextLong());
    }

    /** {@return the next damaged instance of the shape} */
    public byte[] next() {
        return damaged(instances.next());
    }

    /** {@return {@code document}, which the shape accepts, with the next damage} */
    public byte[] damaged(JsonValue document) {
        List<ShapeMutations.Mutation> mutations =
                random.nextInt(4) == 0 ? ShapeMutations.of(shape, document) : List.of();
        String text = mutations.isEmpty()
                ? document.compactText()
                : mutations.get(random.nextInt(mutations.size())).text();
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(6)) {
            case 0 -> utf8(text.substring(0, at));
            case 1 -> utf8(text.substring(0, at) + insertion(INSERTIONS.length) + text.substring(at));
            case 2 -> utf8(text.substring(0, at) + text);
            case 3 -> {
                byte[] bytes = utf8(text);
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
            case 4 -> utf8(text.replaceFirst("[0-9]+", insertion(1)));
            default -> utf8(text);
        };
    }

    /** {@return one of the repeated units, or one of the first {@code others} of the other insertions} */
    private String insertion(int others) {
        int which = random.nextInt(UNITS.length + others);
        return which >= UNITS.length
                ? INSERTIONS[which - UNITS.length]
                : UNITS[which].repeat(random.nextInt(GIANTS) == 0 ? 100 : 1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
