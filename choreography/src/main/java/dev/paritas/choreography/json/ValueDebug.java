package dev.paritas.choreography.json;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.value.DebugText;
import java.util.stream.Collectors;

/** The reference's debug rendering of JSON values, embedded in refusals of sorts (spec 10 §5.5). */
final class ValueDebug {
    private ValueDebug() {}

    /** {@return {@code {"key": V, ..}}} */
    static String ofMembers(JsonValue.Obj object) {
        return object.members().entrySet().stream()
                .map(member -> DebugText.quoted(member.getKey()) + ": " + of(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String of(JsonValue value) {
        return switch (value) {
            case JsonValue.Null() -> "Null";
            case JsonValue.Bool(boolean bool) -> "Bool(" + bool + ")";
            case JsonValue.Num(String text) -> "Number(" + text + ")";
            case JsonValue.Text(String text) -> "String(" + DebugText.quoted(text) + ")";
            case JsonValue.Array(var elements) ->
                elements.stream().map(ValueDebug::of).collect(Collectors.joining(", ", "Array [", "]"));
            case JsonValue.Obj object -> "Object " + ofMembers(object);
        };
    }
}
