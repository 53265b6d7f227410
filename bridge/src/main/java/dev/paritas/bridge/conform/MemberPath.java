package dev.paritas.bridge.conform;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Values inside values, by the names on the way. */
final class MemberPath {
    private MemberPath() {}

    /** {@return whether {@code path} is the member {@code name} or leads through it} */
    static boolean leadsThrough(String path, String name) {
        return path.startsWith(name) && (path.length() == name.length() || path.charAt(name.length()) == '.');
    }

    /**
     * {@return the text or the number at a path inside the member {@code name}; null when it is absent or null}
     *
     * @throws JsonException without a line when it is neither text nor number
     */
    static @Nullable String text(String path, String name, JsonValue value) {
        return path.length() == name.length() ? scalar(path, value) : within(value, path, name.length() + 1);
    }

    /** {@return the text at a path below an object, whose names may have dots themselves} */
    static @Nullable String within(JsonValue value, String path, int from) {
        if (!(value instanceof JsonValue.Obj object)) {
            return null;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            if (end < from) {
                return null;
            }
            JsonValue member = object.members().get(path.substring(from, end));
            String found =
                    member == null ? null : end == path.length() ? scalar(path, member) : within(member, path, end + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String scalar(String path, JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> text.value();
            case JsonValue.Num number -> number.text();
            case JsonValue.Null ignored -> null;
            case JsonValue.Bool ignored -> throw wrongType(path, "a boolean");
            case JsonValue.Array ignored -> throw wrongType(path, "an array");
            case JsonValue.Obj ignored -> throw wrongType(path, "an object");
        };
    }

    private static JsonException wrongType(String path, String found) {
        return new JsonException(
                JsonErrorCode.WRONG_TYPE, "'" + path + "' should be text or a number and is " + found, "", 0, 0);
    }
}
