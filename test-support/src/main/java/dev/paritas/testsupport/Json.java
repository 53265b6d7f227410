package dev.paritas.testsupport;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;

/** JSON as tests write it down. */
public final class Json {
    private Json() {}

    public static JsonValue json(String text) {
        return JsonInput.read(text, ReadPolicy.STRICT, JsonValue.CODEC);
    }

    public static JsonValue json(byte[] utf8) {
        return JsonInput.read(utf8, ReadPolicy.STRICT, JsonValue.CODEC);
    }

    /** {@return the value of a text that is written with single quotes for double ones} */
    public static JsonValue singleQuoted(String text) {
        return json(quoted(text));
    }

    /** {@return {@code text} with double quotes for single ones} */
    public static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
