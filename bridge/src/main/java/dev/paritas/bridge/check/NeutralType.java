package dev.paritas.bridge.check;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.KindCodec.Field;
import java.util.List;

/** A type as both sides can state it (spec 50 §3.1). */
sealed interface NeutralType {
    String label();

    /** Components in declaration order. */
    record Product(String label, List<ShapeField> fields) implements NeutralType {
        public Product {
            fields = List.copyOf(fields);
        }
    }

    /** Alternatives in declaration order. */
    record Sum(String label, List<ShapeVariant> variants) implements NeutralType {
        public Sum {
            variants = List.copyOf(variants);
        }
    }

    Codec<NeutralType> CODEC = codec();

    private static Codec<NeutralType> codec() {
        Field<String> label = Field.required("label", Codec.STRING);
        Field<List<ShapeField>> fields = Field.required("fields", Codec.listOf(ShapeField.CODEC));
        Field<List<ShapeVariant>> variants = Field.required("variants", Codec.listOf(ShapeVariant.CODEC));
        return KindCodec.<NeutralType>named("NeutralType", "kind")
                .variant(
                        "record",
                        Product.class,
                        v -> v.field(label, Product::label).field(fields, Product::fields),
                        in -> new Product(in.get(label), in.get(fields)))
                .variant(
                        "sum",
                        Sum.class,
                        v -> v.field(label, Sum::label).field(variants, Sum::variants),
                        in -> new Sum(in.get(label), in.get(variants)));
    }
}
