package dev.paritas.semanticobjects.json;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Random documents that a shape accepts, the same ones for the same seed. Round-trip tests, schema tests and comparator
 * controls draw from it.
 */
public final class ShapeInstances {
    /** Whether members that may be missing are sometimes left out. */
    public enum OptionalMembers {
        ALWAYS_PRESENT,
        SOMETIMES_ABSENT
    }

    private static final int MAX_ITEMS = 4;
    private static final String[] TEXTS = {
        "",
        "A",
        "Client",
        "two words",
        "quote\" slash/ back\\",
        "\b\f\n\r\t\u0000\u001f\u007f",
        "\u00e9\u2192",
        "\ue000",
        "\ud83d\ude00"
    };
    private static final String[] NUMBERS = {"0", "-1", "9223372036854775808", "0.5", "-0.0", "1e+300"};

    private final Shape shape;
    private final OptionalMembers optional;
    private final int maxDepth;
    private final SplittableRandom random;

    /** @param maxDepth levels after which lists stay empty and the simplest alternatives are taken */
    public ShapeInstances(Shape shape, OptionalMembers optional, int maxDepth, long seed) {
        this.shape = shape;
        this.optional = optional;
        this.maxDepth = maxDepth;
        this.random = new SplittableRandom(seed);
    }

    /** {@return the next document} */
    public JsonValue next() {
        return instance(shape, 0);
    }

    private JsonValue instance(Shape of, int depth) {
        return switch (of) {
            case Shape.Text() -> new JsonValue.Text(text());
            case Shape.Bool() -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case Shape.Any() -> any(depth);
            case Shape.Unsigned(long max) -> JsonValue.Num.of(unsigned(max));
            case Shape.FixedPoint() -> new JsonValue.Num(Long.toString(signed()));
            case Shape.Literal(String value) -> new JsonValue.Text(value);
            case Shape.Hex hex -> new JsonValue.Text(hex(hex));
            case Shape.Nullable(Shape inner) ->
                depth >= maxDepth || random.nextInt(3) == 0 ? JsonValue.NULL : instance(inner, depth);
            case Shape.ListOf(Shape element) ->
                new JsonValue.Array(IntStream.range(0, items(depth))
                        .mapToObj(ignored -> instance(element, depth + 1))
                        .toList());
            case Shape.Tuple(List<Shape> elements) ->
                new JsonValue.Array(
                        elements.stream().map(e -> instance(e, depth + 1)).toList());
            case Shape.MapOf(Shape value) -> map(value, depth, false);
            case Shape.IdMap(Shape value) -> map(value, depth, true);
            case Shape.Obj(String ignored, List<Shape.Member> members) -> object(members, depth);
            case Shape.OneOf(String ignored, List<Shape> alternatives) -> oneOf(alternatives, depth);
            case Shape.Ref(String ignored, var target) -> instance(target.get(), depth + 1);
        };
    }

    private JsonValue object(List<Shape.Member> members, int depth) {
        TreeMap<String, JsonValue> values = new TreeMap<>(CodePointOrder.INSTANCE);
        for (Shape.Member member : members) {
            boolean absent =
                    !member.required() && optional == OptionalMembers.SOMETIMES_ABSENT && random.nextInt(3) == 0;
            if (!absent) {
                values.put(member.name(), instance(member.shape(), depth + 1));
            }
        }
        return new JsonValue.Obj(values);
    }

    private JsonValue map(Shape value, int depth, boolean ids) {
        TreeMap<String, JsonValue> values = new TreeMap<>(CodePointOrder.INSTANCE);
        for (int i = items(depth); i > 0; i--) {
            values.put(ids ? Long.toUnsignedString(unsigned(-1L)) : text(), instance(value, depth + 1));
        }
        return new JsonValue.Obj(values);
    }

    private JsonValue oneOf(List<Shape> alternatives, int depth) {
        List<Shape> choices = alternatives;
        if (depth >= maxDepth) {
            choices = alternatives.stream().filter(ShapeInstances::ends).toList();
        }
        return instance(choices.get(random.nextInt(choices.size())), depth);
    }

    /** Whether an instance can be made without following a reference. */
    private static boolean ends(Shape shape) {
        return switch (shape) {
            case Shape.Ref ignored -> false;
            case Shape.Tuple(List<Shape> elements) -> elements.stream().allMatch(ShapeInstances::ends);
            case Shape.Obj(String ignored, List<Shape.Member> members) ->
                members.stream().map(Shape.Member::shape).allMatch(ShapeInstances::ends);
            case Shape.OneOf(String ignored, List<Shape> alternatives) ->
                alternatives.stream().anyMatch(ShapeInstances::ends);
            case Shape.Text ignored -> true;
            case Shape.Bool ignored -> true;
            case Shape.Any ignored -> true;
            case Shape.Unsigned ignored -> true;
            case Shape.FixedPoint ignored -> true;
            case Shape.Literal ignored -> true;
            case Shape.Hex ignored -> true;
            case Shape.Nullable ignored -> true;
            case Shape.ListOf ignored -> true;
            case Shape.MapOf ignored -> true;
            case Shape.IdMap ignored -> true;
        };
    }

    private JsonValue any(int depth) {
        return switch (random.nextInt(depth >= maxDepth ? 4 : 6)) {
            case 0 -> JsonValue.NULL;
            case 1 -> JsonValue.TRUE;
            case 2 -> new JsonValue.Text(text());
            case 3 -> new JsonValue.Num(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 4 -> instance(new Shape.ListOf(new Shape.Any()), depth);
            default -> instance(new Shape.MapOf(new Shape.Any()), depth);
        };
    }

    private int items(int depth) {
        return depth >= maxDepth ? 0 : random.nextInt(MAX_ITEMS);
    }

    /** Small numbers mostly, and the ends of the range. */
    private long unsigned(long max) {
        return switch (random.nextInt(4)) {
            case 0 -> max;
            case 1 -> Long.remainderUnsigned(random.nextLong(), max == -1L ? Long.MIN_VALUE : max + 1);
            default -> Long.remainderUnsigned(random.nextInt(100), max == -1L ? 100 : max + 1);
        };
    }

    private long signed() {
        return random.nextInt(3) == 0 ? random.nextLong() : random.nextLong(-100, 100) << random.nextInt(57);
    }

    private String hex(Shape.Hex shape) {
        byte[] bytes = new byte[shape.bytes() == Shape.Hex.ANY_LENGTH ? random.nextInt(MAX_ITEMS) : shape.bytes()];
        random.nextBytes(bytes);
        HexFormat format = HexFormat.of();
        return (shape.upperCase() && random.nextBoolean() ? format.withUpperCase() : format).formatHex(bytes);
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return String.join("", parts);
    }
}
