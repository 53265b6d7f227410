package dev.paritas.bridge.check;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The types of one side, ascending by label (spec 50 §3.1).
 *
 * @param side {@code java} or {@code lean}
 */
record ShapeDocument(String schema, String side, List<NeutralType> types) {
    public static final String SCHEMA = "paritas.shapes.v1";

    public static final Codec<ShapeDocument> CODEC = ObjectCodec.of(
            "ShapeDocument",
            field("schema", Codec.STRING, ShapeDocument::schema),
            field("side", Codec.STRING, ShapeDocument::side),
            field("types", Codec.listOf(NeutralType.CODEC), ShapeDocument::types),
            ShapeDocument::new);

    public ShapeDocument {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("unsupported shape schema '" + schema + "'; expected '" + SCHEMA + "'");
        }
        types = types.stream()
                .sorted(Comparator.comparing(NeutralType::label, CodePointOrder.INSTANCE))
                .toList();
    }

    public static ShapeDocument of(String side, List<NeutralType> types) {
        return new ShapeDocument(SCHEMA, side, types);
    }

    public Optional<NeutralType> find(String label) {
        return types.stream().filter(type -> type.label().equals(label)).findFirst();
    }
}
