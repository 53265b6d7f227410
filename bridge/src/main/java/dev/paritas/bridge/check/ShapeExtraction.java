package dev.paritas.bridge.check;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the neutral types off the shapes that our codecs declare: what is compared is what is really on the wire. */
final class ShapeExtraction {
    private final Map<String, NeutralType> types = new TreeMap<>(CodePointOrder.INSTANCE);

    private ShapeExtraction() {}

    /** {@return every named type reachable from {@code roots}} */
    public static ShapeDocument of(String side, List<Shape> roots) {
        ShapeExtraction extraction = new ShapeExtraction();
        roots.forEach(extraction::type);
        return ShapeDocument.of(side, List.copyOf(extraction.types.values()));
    }

    /** {@return {@code timedOut} or {@code TimedOut} as {@code timed_out}; digits do not split} */
    public static String snakeCase(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z' && i > 0) {
                text.append('_');
            }
            text.append(c);
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private String type(Shape shape) {
        return switch (shape) {
            case Shape.Text() -> "str";
            case Shape.Literal literal -> "str";
            case Shape.Hex hex -> "str";
            case Shape.Bool() -> "bool";
            case Shape.Any() -> "json";
            case Shape.Unsigned unsigned -> "nat";
            case Shape.FixedPoint() -> "fixed";
            case Shape.Nullable(Shape inner) -> type(inner);
            case Shape.ListOf(Shape element) -> "list<" + type(element) + ">";
            case Shape.MapOf(Shape value) -> "map<str," + type(value) + ">";
            case Shape.IdMap(Shape value) -> "map<nat," + type(value) + ">";
            case Shape.Tuple(List<Shape> elements) ->
                "pair<" + String.join(",", elements.stream().map(this::type).toList()) + ">";
            case Shape.Obj(String name, List<Shape.Member> members) -> product(name, members);
            case Shape.OneOf(String name, List<Shape> alternatives) -> sum(name, alternatives);
            case Shape.Ref(String name, var target) -> types.containsKey(name) ? name : type(target.get());
        };
    }

    private String product(String name, List<Shape.Member> members) {
        if (!types.containsKey(name)) {
            types.put(name, new NeutralType.Product(name, List.of()));
            types.put(name, new NeutralType.Product(name, fields(members)));
        }
        return name;
    }

    private String sum(String name, List<Shape> alternatives) {
        if (!types.containsKey(name)) {
            types.put(name, new NeutralType.Sum(name, List.of()));
            types.put(
                    name,
                    new NeutralType.Sum(
                            name, alternatives.stream().map(this::variant).toList()));
        }
        return name;
    }

    /** A word, a tag with a payload, or an object with its own tag member. */
    private ShapeVariant variant(Shape alternative) {
        if (alternative instanceof Shape.Literal(String word)) {
            return new ShapeVariant(snakeCase(word), List.of());
        }
        if (alternative instanceof Shape.Obj(String label, var members) && members.size() == 1) {
            Shape.Member payload = members.getFirst();
            String name = snakeCase(payload.name());
            return payload.shape() instanceof Shape.Obj(String inside, var inner)
                    ? new ShapeVariant(name, fields(inner))
                    : new ShapeVariant(name, positional(payload.shape()));
        }
        if (alternative instanceof Shape.Obj(String label, var members)
                && members.getFirst().shape() instanceof Shape.Literal(String word)) {
            return new ShapeVariant(snakeCase(word), fields(members.subList(1, members.size())));
        }
        return new ShapeVariant(type(alternative), List.of());
    }

    private List<ShapeField> positional(Shape payload) {
        List<Shape> parts = payload instanceof Shape.Tuple(var elements) ? elements : List.of(payload);
        List<ShapeField> fields = new ArrayList<>();
        for (Shape part : parts) {
            fields.add(field(String.valueOf(fields.size()), part));
        }
        return fields;
    }

    private List<ShapeField> fields(List<Shape.Member> members) {
        return members.stream()
                .map(member -> field(snakeCase(member.name()), member.shape()))
                .toList();
    }

    private ShapeField field(String name, Shape shape) {
        return new ShapeField(name, type(shape), shape instanceof Shape.Nullable);
    }
}
