package dev.paritas.bridge.check;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** One alternative of a sum, with its components in declaration order. */
record ShapeVariant(String name, List<ShapeField> fields) {
    public static final Codec<ShapeVariant> CODEC = ObjectCodec.of(
            "ShapeVariant",
            field("name", Codec.STRING, ShapeVariant::name),
            field("fields", Codec.listOf(ShapeField.CODEC), ShapeVariant::fields),
            ShapeVariant::new);

    public ShapeVariant {
        fields = List.copyOf(fields);
    }
}
