package dev.paritas.bridge.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two shape documents pair by pair: records in order, sums as sets (spec 50 §3.7). */
final class ShapeComparison {
    private static final String NOTHING = "nothing";

    private final List<ShapeDifference> found = new ArrayList<>();
    private final String label;
    private final Map<String, String> renames;

    private ShapeComparison(ShapePair pair) {
        this.label = pair.label();
        this.renames = pair.renames();
    }

    /** {@return every difference, in the order of {@code pairs}} */
    public static List<ShapeDifference> compare(ShapeDocument lean, ShapeDocument java, List<ShapePair> pairs) {
        List<ShapeDifference> all = new ArrayList<>();
        for (ShapePair pair : pairs) {
            ShapeComparison comparison = new ShapeComparison(pair);
            comparison.types(lean.find(pair.leanName()), java.find(pair.javaLabel()));
            all.addAll(comparison.found);
        }
        return List.copyOf(all);
    }

    private void types(Optional<NeutralType> lean, Optional<NeutralType> java) {
        if (lean.isEmpty() || java.isEmpty()) {
            if (lean.isEmpty()) {
                add(
                        label + ":absent_in_lean",
                        NOTHING,
                        java.map(ShapeComparison::kind).orElse(NOTHING));
            }
            if (java.isEmpty()) {
                add(label + ":absent_in_java", lean.map(ShapeComparison::kind).orElse(NOTHING), NOTHING);
            }
            return;
        }
        if (lean.get() instanceof NeutralType.Product(String leanLabel, var a)
                && java.get() instanceof NeutralType.Product(String javaLabel, var b)) {
            fields(label, a, b);
        } else if (lean.get() instanceof NeutralType.Sum(String leanLabel, var a)
                && java.get() instanceof NeutralType.Sum(String javaLabel, var b)) {
            variants(a, b);
        } else {
            add(label + ":kind", kind(lean.get()), kind(java.get()));
        }
    }

    private void variants(List<ShapeVariant> lean, List<ShapeVariant> java) {
        Map<String, ShapeVariant> ours = new LinkedHashMap<>();
        java.forEach(variant -> ours.put(variant.name(), variant));
        for (ShapeVariant variant : lean) {
            String name = renamed(variant.name());
            ShapeVariant other = ours.remove(name);
            if (other == null) {
                add(label + ":missing_in_java:" + name, name, NOTHING);
            } else {
                fields(label + "." + name, variant.fields(), other.fields());
            }
        }
        ours.keySet().forEach(name -> add(label + ":missing_in_lean:" + name, NOTHING, name));
    }

    private void fields(String place, List<ShapeField> lean, List<ShapeField> java) {
        if (java.stream().allMatch(ShapeField::isPositional) || lean.stream().allMatch(ShapeField::isPositional)) {
            positional(place, lean, java);
            return;
        }
        Map<String, ShapeField> ours = new LinkedHashMap<>();
        java.forEach(field -> ours.put(field.name(), field));
        List<String> leanOrder = new ArrayList<>();
        for (ShapeField field : lean) {
            String name = renamed(field.name());
            ShapeField other = ours.remove(name);
            if (other == null) {
                add(place + ":missing_field_in_java:" + name, name, NOTHING);
            } else {
                leanOrder.add(name);
                field(place, name, field, other);
            }
        }
        ours.keySet().forEach(name -> add(place + ":missing_field_in_lean:" + name, NOTHING, name));
        List<String> javaOrder =
                java.stream().map(ShapeField::name).filter(leanOrder::contains).toList();
        if (!leanOrder.equals(javaOrder)) {
            add(place + ":order", String.join(",", leanOrder), String.join(",", javaOrder));
        }
    }

    /** A side without component names is compared by position (spec 50 §3.3). */
    private void positional(String place, List<ShapeField> lean, List<ShapeField> java) {
        for (int i = 0; i < Math.max(lean.size(), java.size()); i++) {
            if (i >= java.size()) {
                add(
                        place + ":missing_field_in_java:" + lean.get(i).name(),
                        lean.get(i).name(),
                        NOTHING);
            } else if (i >= lean.size()) {
                add(
                        place + ":missing_field_in_lean:" + java.get(i).name(),
                        NOTHING,
                        java.get(i).name());
            } else {
                field(place, lean.get(i).name(), lean.get(i), java.get(i));
            }
        }
    }

    private void field(String place, String name, ShapeField lean, ShapeField java) {
        if (!lean.type().equals(java.type())) {
            add(place + ":type:" + name + ":" + lean.type() + "!=" + java.type(), lean.type(), java.type());
        }
        if (lean.optional() != java.optional()) {
            add(place + ":optional:" + name, optional(lean), optional(java));
        }
    }

    private String renamed(String leanName) {
        return renames.getOrDefault(leanName, leanName);
    }

    private void add(String key, String lean, String java) {
        found.add(new ShapeDifference(key, lean, java));
    }

    private static String optional(ShapeField field) {
        return field.optional() ? "optional" : "always present";
    }

    private static String kind(NeutralType type) {
        return switch (type) {
            case NeutralType.Product ignored -> "record";
            case NeutralType.Sum ignored -> "sum";
        };
    }
}
