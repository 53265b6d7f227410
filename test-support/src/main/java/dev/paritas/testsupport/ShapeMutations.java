package dev.paritas.testsupport;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Documents that differ from a valid one in exactly one place, each of which a strict reader must refuse. Open values
 * ({@link Shape.Any}) are left alone, since nothing inside them is wrong.
 */
public final class ShapeMutations {
    /** What is changed. */
    public enum Kind {
        DROP_MEMBER,
        WRONG_TYPE,
        UNKNOWN_TAG,
        BAD_HEX,
        NEGATIVE_NUMBER,
        FRACTION_NUMBER,
        NUMBER_TOO_LARGE,
        UNKNOWN_MEMBER,
        DUPLICATE_MEMBER
    }

    /**
     * One change.
     *
     * @param path member names and element indexes from the root to the changed value
     * @param shape what the changed value should have been
     */
    public record Mutation(Kind kind, List<String> path, Shape shape, JsonValue original, String replacement) {
        public Mutation {
            path = List.copyOf(path);
        }

        /** {@return the changed document, compact} */
        public String text() {
            ByteArrayOutputStream text = new ByteArrayOutputStream(1024);
            try (JsonOutput out = JsonOutput.compact(text, JsonOutput.MemberOrder.ASCENDING)) {
                write(out, original, 0);
            }
            return text.toString(StandardCharsets.UTF_8);
        }

        private void write(JsonOutput out, JsonValue value, int depth) {
            if (depth == path.size()) {
                out.raw(replacement);
                return;
            }
            String step = path.get(depth);
            switch (value) {
                case JsonValue.Array(List<JsonValue> elements) -> {
                    out.beginArray();
                    for (int i = 0; i < elements.size(); i++) {
                        child(out, elements.get(i), Integer.toString(i).equals(step), depth);
                    }
                    out.endArray();
                }
                case JsonValue.Obj(SortedMap<String, JsonValue> members) -> {
                    out.beginObject();
                    members.forEach((name, member) -> child(out.name(name), member, name.equals(step), depth));
                    out.endObject();
                }
                case JsonValue.Null ignored -> throw new IllegalArgumentException("path leads nowhere");
                case JsonValue.Bool ignored -> throw new IllegalArgumentException("path leads nowhere");
                case JsonValue.Text ignored -> throw new IllegalArgumentException("path leads nowhere");
                case JsonValue.Num ignored -> throw new IllegalArgumentException("path leads nowhere");
            }
        }

        private void child(JsonOutput out, JsonValue child, boolean onPath, int depth) {
            if (onPath) {
                write(out, child, depth + 1);
            } else {
                JsonValue.CODEC.write(out, child);
            }
        }
    }

    private static final List<JsonValue> PROBES = List.of(
            JsonValue.NULL,
            JsonValue.TRUE,
            new JsonValue.Text("?"),
            new JsonValue.Num("7"),
            new JsonValue.Array(List.of()),
            new JsonValue.Obj(Map.of()));

    private final JsonValue document;
    private final List<Mutation> mutations = new ArrayList<>();

    private ShapeMutations(JsonValue document) {
        this.document = document;
    }

    /** {@return every one-change mutation of {@code document}, which {@code shape} accepts} */
    public static List<Mutation> of(Shape shape, JsonValue document) {
        ShapeMutations all = new ShapeMutations(document);
        all.visit(shape, document, List.of());
        return List.copyOf(all.mutations);
    }

    private void visit(Shape shape, JsonValue value, List<String> path) {
        switch (shape) {
            case Shape.Any() -> {}
            case Shape.Ref(String ignored, var target) -> visit(target.get(), value, path);
            case Shape.Nullable(Shape inner) -> {
                if (!(value instanceof JsonValue.Null)) {
                    int before = mutations.size();
                    visit(inner, value, path);
                    mutations
                            .subList(before, mutations.size())
                            .removeIf(m ->
                                    m.replacement().equals("null") && m.path().equals(path));
                }
            }
            case Shape.Text() -> wrongTypes(shape, path);
            case Shape.Bool() -> wrongTypes(shape, path);
            case Shape.Literal ignored -> {
                wrongTypes(shape, path);
                add(Kind.UNKNOWN_TAG, path, shape, "\"no such word\"");
            }
            case Shape.Hex(int bytes, boolean upperCase) -> {
                wrongTypes(shape, path);
                int digits = bytes == Shape.Hex.ANY_LENGTH ? 2 : 2 * bytes;
                add(Kind.BAD_HEX, path, shape, quoted("0".repeat(digits - 1)));
                add(Kind.BAD_HEX, path, shape, quoted("0".repeat(digits - 1) + "g"));
                if (!upperCase) {
                    add(Kind.BAD_HEX, path, shape, quoted("0".repeat(digits - 1) + "A"));
                }
                if (bytes != Shape.Hex.ANY_LENGTH) {
                    add(Kind.BAD_HEX, path, shape, quoted("0".repeat(digits + 2)));
                }
            }
            case Shape.Unsigned(long max) -> {
                wrongTypes(shape, path);
                add(Kind.NEGATIVE_NUMBER, path, shape, "-1");
                add(Kind.FRACTION_NUMBER, path, shape, "1.0");
                add(
                        Kind.NUMBER_TOO_LARGE,
                        path,
                        shape,
                        max == -1L ? "18446744073709551616" : Long.toUnsignedString(max + 1));
            }
            case Shape.FixedPoint() -> {
                wrongTypes(shape, path);
                add(Kind.FRACTION_NUMBER, path, shape, "1.0");
                add(Kind.NUMBER_TOO_LARGE, path, shape, "9223372036854775808");
            }
            case Shape.ListOf(Shape element) -> {
                wrongTypes(shape, path);
                eachElement(value, (item, i) -> visit(element, item, then(path, Integer.toString(i))));
            }
            case Shape.Tuple(List<Shape> elements) -> {
                wrongTypes(shape, path);
                eachElement(value, (item, i) -> visit(elements.get(i), item, then(path, Integer.toString(i))));
            }
            case Shape.MapOf(Shape element) -> map(shape, element, value, path);
            case Shape.IdMap(Shape element) -> {
                map(shape, element, value, path);
                with(Kind.UNKNOWN_MEMBER, path, shape, members(value), "\"no id\":0");
            }
            case Shape.Obj(String ignored, List<Shape.Member> members) -> object(shape, members, value, path);
            case Shape.OneOf(String ignored, List<Shape> alternatives) -> oneOf(shape, alternatives, value, path);
        }
    }

    private void object(Shape shape, List<Shape.Member> declared, JsonValue value, List<String> path) {
        wrongTypes(shape, path);
        List<String> members = members(value);
        with(Kind.UNKNOWN_MEMBER, path, shape, members, "\"no such member\":0");
        if (!members.isEmpty()) {
            with(Kind.DUPLICATE_MEMBER, path, shape, members, members.getFirst());
        }
        SortedMap<String, JsonValue> values = ((JsonValue.Obj) value).members();
        for (Shape.Member member : declared) {
            JsonValue item = values.get(member.name());
            if (item == null) {
                continue;
            }
            if (member.required()) {
                List<String> rest = members.stream()
                        .filter(m -> !m.startsWith(quoted(member.name()) + ":"))
                        .toList();
                add(Kind.DROP_MEMBER, path, shape, "{" + String.join(",", rest) + "}");
            }
            visit(member.shape(), item, then(path, member.name()));
        }
    }

    private void map(Shape shape, Shape element, JsonValue value, List<String> path) {
        wrongTypes(shape, path);
        List<String> members = members(value);
        if (!members.isEmpty()) {
            with(Kind.DUPLICATE_MEMBER, path, shape, members, members.getFirst());
        }
        ((JsonValue.Obj) value).members().forEach((name, item) -> visit(element, item, then(path, name)));
    }

    private void oneOf(Shape shape, List<Shape> alternatives, JsonValue value, List<String> path) {
        Shape chosen = alternatives.stream()
                .filter(alternative -> accepts(alternative, value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no alternative fits the document"));
        if (chosen instanceof Shape.Obj(String ignored, List<Shape.Member> members)) {
            wrongTypes(shape, path);
            object(chosen, members, value, path);
        } else if (chosen instanceof Shape.Literal) {
            wrongTypes(shape, path);
            add(Kind.UNKNOWN_TAG, path, shape, "\"no such word\"");
        } else {
            int before = mutations.size();
            visit(chosen, value, path);
            // What another alternative takes is no mistake.
            mutations
                    .subList(before, mutations.size())
                    .removeIf(m -> m.path().equals(path)
                            && m.kind() == Kind.WRONG_TYPE
                            && sameType(shape, JsonInput.read(m.replacement(), ReadPolicy.OWN, JsonValue.CODEC)));
        }
    }

    private void wrongTypes(Shape shape, List<String> path) {
        for (JsonValue probe : PROBES) {
            if (!sameType(shape, probe)) {
                add(Kind.WRONG_TYPE, path, shape, probe.compactText());
            }
        }
    }

    private void with(Kind kind, List<String> path, Shape shape, List<String> members, String extra) {
        add(
                kind,
                path,
                shape,
                "{"
                        + String.join(
                                ",",
                                Stream.concat(members.stream(), Stream.of(extra))
                                        .toList()) + "}");
    }

    private void add(Kind kind, List<String> path, Shape shape, String replacement) {
        mutations.add(new Mutation(kind, path, shape, document, replacement));
    }

    /** Whether {@code value} is what the alternative describes, as far as tells alternatives apart. */
    private static boolean accepts(Shape shape, JsonValue value) {
        return switch (shape) {
            case Shape.Literal(String word) -> value instanceof JsonValue.Text(String text) && text.equals(word);
            case Shape.Obj(String ignored, List<Shape.Member> members) ->
                value instanceof JsonValue.Obj(SortedMap<String, JsonValue> values)
                        && members.stream()
                                .filter(Shape.Member::required)
                                .allMatch(member -> values.containsKey(member.name())
                                        && (!(member.shape() instanceof Shape.Literal)
                                                || accepts(member.shape(), values.get(member.name()))));
            default -> sameType(shape, value);
        };
    }

    private static boolean sameType(Shape shape, JsonValue value) {
        return switch (shape) {
            case Shape.Any() -> true;
            case Shape.Text() -> value instanceof JsonValue.Text;
            case Shape.Literal(String ignored) -> value instanceof JsonValue.Text;
            case Shape.Hex ignored -> value instanceof JsonValue.Text;
            case Shape.Bool() -> value instanceof JsonValue.Bool;
            // The probe that is a text is no decimal.
            case Shape.Unsigned ignored -> value instanceof JsonValue.Num;
            case Shape.FixedPoint ignored -> value instanceof JsonValue.Num;
            case Shape.ListOf ignored -> value instanceof JsonValue.Array;
            case Shape.Tuple ignored -> value instanceof JsonValue.Array;
            case Shape.MapOf ignored -> value instanceof JsonValue.Obj;
            case Shape.IdMap ignored -> value instanceof JsonValue.Obj;
            case Shape.Obj ignored -> value instanceof JsonValue.Obj;
            case Shape.Nullable(Shape inner) -> value instanceof JsonValue.Null || sameType(inner, value);
            case Shape.OneOf(String ignored, List<Shape> alternatives) ->
                alternatives.stream().anyMatch(alternative -> sameType(alternative, value));
            case Shape.Ref(String ignored, var target) -> sameType(target.get(), value);
        };
    }

    private interface ElementVisitor {
        void visit(JsonValue element, int index);
    }

    private static void eachElement(JsonValue value, ElementVisitor visitor) {
        List<JsonValue> elements = ((JsonValue.Array) value).elements();
        for (int i = 0; i < elements.size(); i++) {
            visitor.visit(elements.get(i), i);
        }
    }

    private static List<String> members(JsonValue value) {
        return ((JsonValue.Obj) value)
                .members().entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":"
                                + member.getValue().compactText())
                        .toList();
    }

    private static List<String> then(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static String quoted(String text) {
        return new JsonValue.Text(text).compactText();
    }
}
