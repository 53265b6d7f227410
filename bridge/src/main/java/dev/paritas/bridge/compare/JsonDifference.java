package dev.paritas.bridge.compare;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One place where two JSON values differ.
 *
 * @param pointer JSON pointer (RFC 6901) of the place, empty for the root
 * @param left value on the left, null when only the right side has one; a JSON null is {@link JsonValue#NULL}
 * @param right value on the right, null when only the left side has one
 */
public record JsonDifference(
        String pointer, @Nullable JsonValue left, @Nullable JsonValue right) {
    public static final Codec<JsonDifference> CODEC = ObjectCodec.of(
            "JsonDifference",
            field("pointer", Codec.STRING, JsonDifference::pointer),
            omittable("left", JsonValue.CODEC, JsonDifference::left),
            omittable("right", JsonValue.CODEC, JsonDifference::right),
            JsonDifference::new);

    /** {@return the same difference seen from a place that contains this one} */
    public JsonDifference under(String parentPointer) {
        return new JsonDifference(parentPointer + pointer, left, right);
    }

    /** {@return the left value as compact text, {@code nothing} when there is none} */
    public String leftText() {
        return text(left);
    }

    /** {@return the right value as compact text, {@code nothing} when there is none} */
    public String rightText() {
        return text(right);
    }

    /** {@return one line: where, and both values} */
    public String describe() {
        return (pointer.isEmpty() ? "document root" : pointer) + ": left has " + leftText() + ", right has "
                + rightText();
    }

    private static String text(@Nullable JsonValue value) {
        return Optional.ofNullable(value).map(JsonValue::compactText).orElse("nothing");
    }
}
