package dev.paritas.app.schema;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Turns the shape that a codec declares into a JSON Schema (draft 2020-12). */
final class SchemaWriter {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** 0..2^64-1 in decimal without leading zeros. */
    private static final String ID = "^" + upTo(Long.toUnsignedString(-1L)) + "$";

    private static final String DECIMAL = "^([+-]?(0*" + upTo(Integer.toString(Integer.MAX_VALUE))
            + "(\\.[0-9]*)?|\\.[0-9]+)|-0*2147483648(\\.0*)?)$";

    private final Map<String, JsonValue> definitions = new TreeMap<>();
    private final List<String> open = new ArrayList<>();

    private SchemaWriter() {}

    /**
     * {@return the schema of {@code shape}; every named shape becomes a definition}
     *
     * @param id an absolute URI
     * @throws IllegalArgumentException when two different shapes carry one name
     */
    public static JsonValue document(String id, String title, Shape shape) {
        SchemaWriter writer = new SchemaWriter();
        Map<String, JsonValue> root = new TreeMap<>();
        root.put("$schema", text(DIALECT));
        root.put("$id", text(id));
        root.put("title", text(title));
        JsonValue body = writer.of(shape);
        if (body instanceof JsonValue.Obj(var members)) {
            root.putAll(members);
        }
        root.put("$defs", new JsonValue.Obj(writer.definitions));
        return new JsonValue.Obj(root);
    }

    /** {@return a pattern of the decimals 0..{@code max} without leading zeros} */
    private static String upTo(String max) {
        List<String> alternatives = new ArrayList<>(List.of("0", "[1-9][0-9]{0," + (max.length() - 2) + "}", max));
        for (int i = 0; i < max.length(); i++) {
            int lowest = i == 0 ? '1' : '0';
            int below = max.charAt(i) - 1;
            int rest = max.length() - 1 - i;
            if (below >= lowest) {
                alternatives.add(
                        max.substring(0, i) + "[" + (char) lowest + "-" + (char) below + "][0-9]{" + rest + "}");
            }
        }
        return "(" + String.join("|", alternatives) + ")";
    }

    private static String hexPattern(int bytes, boolean upperCase) {
        return "^(" + (upperCase ? "[0-9A-Fa-f]" : "[0-9a-f]") + "{2})"
                + (bytes == Shape.Hex.ANY_LENGTH ? "*" : "{" + bytes + "}") + "$";
    }

    private JsonValue of(Shape shape) {
        return switch (shape) {
            case Shape.Text() -> object(Map.of("type", text("string")));
            case Shape.Bool() -> object(Map.of("type", text("boolean")));
            case Shape.Any() -> object(Map.of());
            case Shape.Unsigned(long max) ->
                object(Map.of(
                        "type", text("integer"), "minimum", JsonValue.Num.of(0), "maximum", JsonValue.Num.of(max)));
            case Shape.FixedPoint() -> fixedPoint();
            case Shape.Literal(String value) -> object(Map.of("const", text(value)));
            case Shape.Hex(int bytes, boolean upperCase) ->
                object(Map.of("type", text("string"), "pattern", text(hexPattern(bytes, upperCase))));
            case Shape.Nullable(Shape inner) -> object(Map.of("anyOf", array(of(inner), typed("null"))));
            case Shape.ListOf(Shape element) -> object(Map.of("type", text("array"), "items", of(element)));
            case Shape.Tuple(List<Shape> elements) -> tuple(elements);
            case Shape.MapOf(Shape value) -> object(Map.of("type", text("object"), "additionalProperties", of(value)));
            case Shape.IdMap(Shape value) ->
                object(Map.of(
                        "type",
                        text("object"),
                        "propertyNames",
                        object(Map.of("pattern", text(ID))),
                        "additionalProperties",
                        of(value)));
            case Shape.Obj(String name, List<Shape.Member> members) -> defined(name, () -> members(members));
            case Shape.OneOf(String name, List<Shape> alternatives) -> defined(name, () -> oneOf(alternatives));
            case Shape.Ref(String name, var target) -> reference(name, target.get());
        };
    }

    /** A shape that names itself is written once; inside, its name is enough. */
    private JsonValue reference(String name, Shape target) {
        if (open.contains(name)) {
            return ref(name);
        }
        return switch (target) {
            case Shape.Obj(String own, List<Shape.Member> members)
            when own.equals(name) -> defined(name, () -> members(members));
            case Shape.OneOf(String own, List<Shape> alternatives)
            when own.equals(name) -> defined(name, () -> oneOf(alternatives));
            case Shape other -> defined(name, () -> of(other));
        };
    }

    private JsonValue defined(String name, Supplier<JsonValue> body) {
        if (open.contains(name)) {
            return ref(name);
        }
        open.addLast(name);
        JsonValue written = body.get();
        open.removeLast();
        JsonValue known = definitions.putIfAbsent(name, written);
        if (known != null && !known.equals(written)) {
            throw new IllegalArgumentException("two shapes are named " + name);
        }
        return ref(name);
    }

    private JsonValue members(List<Shape.Member> members) {
        Map<String, JsonValue> properties = new TreeMap<>();
        List<JsonValue> required = new ArrayList<>();
        for (Shape.Member member : members) {
            properties.put(member.name(), of(member.shape()));
            if (member.required()) {
                required.add(text(member.name()));
            }
        }
        return object(Map.of(
                "type",
                text("object"),
                "properties",
                new JsonValue.Obj(properties),
                "required",
                new JsonValue.Array(required),
                "additionalProperties",
                JsonValue.FALSE));
    }

    private JsonValue oneOf(List<Shape> alternatives) {
        List<JsonValue> words = new ArrayList<>();
        List<JsonValue> written = new ArrayList<>();
        for (Shape alternative : alternatives) {
            if (alternative instanceof Shape.Literal(String value)) {
                words.add(text(value));
            } else {
                written.add(of(alternative));
            }
        }
        if (!words.isEmpty()) {
            written.addFirst(object(Map.of("enum", new JsonValue.Array(words))));
        }
        return written.size() == 1 ? written.getFirst() : object(Map.of("oneOf", new JsonValue.Array(written)));
    }

    /** Raw bits, or a decimal whose integer part is in range; what rounds up to 2^31 is left to the reader. */
    private static JsonValue fixedPoint() {
        JsonValue bits = object(Map.of(
                "type", text("integer"),
                "minimum", new JsonValue.Num(Long.toString(Long.MIN_VALUE)),
                "maximum", new JsonValue.Num(Long.toString(Long.MAX_VALUE))));
        JsonValue decimal = object(Map.of("type", text("string"), "pattern", text(DECIMAL)));
        return object(Map.of("anyOf", array(bits, decimal)));
    }

    private JsonValue tuple(List<Shape> elements) {
        return object(Map.of(
                "type",
                text("array"),
                "prefixItems",
                new JsonValue.Array(elements.stream().map(this::of).toList()),
                "items",
                JsonValue.FALSE,
                "minItems",
                JsonValue.Num.of(elements.size())));
    }

    private static JsonValue ref(String name) {
        return object(Map.of("$ref", text("#/$defs/" + name.replace("~", "~0").replace("/", "~1"))));
    }

    private static JsonValue typed(String type) {
        return object(Map.of("type", text(type)));
    }

    private static JsonValue object(Map<String, JsonValue> members) {
        return new JsonValue.Obj(members);
    }

    private static JsonValue array(JsonValue... elements) {
        return new JsonValue.Array(List.of(elements));
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }
}
