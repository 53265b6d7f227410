package dev.paritas.bridge.shape;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** One alternative of a sum, with its components in declaration order. */
public record ShapeVariant(String name, List<ShapeField> fields) {
    public static final Codec<ShapeVariant> CODEC = ObjectCodec.of("ShapeVariant", m -> {
        var name = m.required("name", Codec.STRING, ShapeVariant::name);
        var fields = m.required("fields", Codec.listOf(ShapeField.CODEC), ShapeVariant::fields);
        return in -> new ShapeVariant(in.get(name), in.get(fields));
    });

    public ShapeVariant {
        fields = List.copyOf(fields);
    }
}
