package dev.paritas.bridge.check;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
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
        return KindCodec.<NeutralType>named("NeutralType", "kind")
                .variant(
                        Product.class,
                        ObjectCodec.of(
                                "record",
                                field("label", Codec.STRING, Product::label),
                                field("fields", Codec.listOf(ShapeField.CODEC), Product::fields),
                                Product::new))
                .variant(
                        Sum.class,
                        ObjectCodec.of(
                                "sum",
                                field("label", Codec.STRING, Sum::label),
                                field("variants", Codec.listOf(ShapeVariant.CODEC), Sum::variants),
                                Sum::new));
    }
}
