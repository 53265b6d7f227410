package dev.paritas.bridge.check;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import java.util.Map;

/**
 * Which type answers to which (spec 50 §3.7).
 *
 * @param label name of the pair in keys
 * @param leanName label on the Lean side
 * @param javaLabel label on the Java side
 * @param renames neutral Lean name to neutral Java name, for fields and variants
 */
record ShapePair(String label, String leanName, String javaLabel, Map<String, String> renames) {
    public static final Codec<ShapePair> CODEC = ObjectCodec.of(
            "ShapePair",
            field("label", Codec.STRING, ShapePair::label),
            field("lean_name", Codec.STRING, ShapePair::leanName),
            field("java_label", Codec.STRING, ShapePair::javaLabel),
            defaulted("renames", Codec.mapOf(Codec.STRING), ShapePair::renames, Map.of()),
            ShapePair::new);

    public ShapePair {
        renames = Map.copyOf(renames);
    }

    /** {@return a pair of types with one name} */
    public static ShapePair same(String label) {
        return new ShapePair(label, label, label, Map.of());
    }

    /** {@return the pairs of all types of {@code lean} under their own names} */
    public static List<ShapePair> all(ShapeDocument lean) {
        return lean.types().stream()
                .map(NeutralType::label)
                .sorted(CodePointOrder.INSTANCE)
                .map(ShapePair::same)
                .toList();
    }
}
