package dev.paritas.bridge.check;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * A named component of a record or variant (spec 50 §3.1).
 *
 * @param name snake_case; a decimal index when the component has no name
 * @param type {@code nat}, {@code bool}, {@code str}, {@code json}, a label, {@code list<…>}, {@code map<…,…>} or
 *     {@code pair<…,…>}
 */
record ShapeField(String name, String type, boolean optional) {
    public static final Codec<ShapeField> CODEC = ObjectCodec.of(
            "ShapeField",
            field("name", Codec.STRING, ShapeField::name),
            field("type", Codec.STRING, ShapeField::type),
            field("optional", Codec.BOOL, ShapeField::optional),
            ShapeField::new);

    boolean isPositional() {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
