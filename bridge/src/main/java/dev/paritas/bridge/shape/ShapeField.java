package dev.paritas.bridge.shape;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * A named component of a record or variant (spec 50 §3.1).
 *
 * @param name snake_case; a decimal index when the component has no name
 * @param type {@code nat}, {@code bool}, {@code str}, {@code json}, a label, {@code list<…>}, {@code map<…,…>} or
 *     {@code pair<…,…>}
 */
public record ShapeField(String name, String type, boolean optional) {
    public static final Codec<ShapeField> CODEC = ObjectCodec.of("ShapeField", m -> {
        var name = m.required("name", Codec.STRING, ShapeField::name);
        var type = m.required("type", Codec.STRING, ShapeField::type);
        var optional = m.required("optional", Codec.BOOL, ShapeField::optional);
        return in -> new ShapeField(in.get(name), in.get(type), in.get(optional));
    });

    boolean isPositional() {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
