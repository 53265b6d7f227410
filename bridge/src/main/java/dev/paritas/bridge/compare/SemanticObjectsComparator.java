package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.util.ArrayList;
import java.util.List;

/** Structural comparison of two bundles: every list, every field, order included (spec 30 §16-17). */
public final class SemanticObjectsComparator {
    private SemanticObjectsComparator() {}

    /** {@return one entry per differing list, ascending by the list's name; empty when the bundles are equal} */
    public static List<ObjectDifference> compare(SemanticObjects left, SemanticObjects right) {
        if (left.equals(right)) {
            return List.of();
        }
        List<ObjectDifference> differences = new ArrayList<>();
        if (SemanticObjects.CODEC.toTree(left) instanceof JsonValue.Obj(var a)
                && SemanticObjects.CODEC.toTree(right) instanceof JsonValue.Obj(var b)) {
            a.forEach((name, list) -> StructuralDifference.first(list, b.getOrDefault(name, JsonValue.NULL))
                    .ifPresent(first -> differences.add(new ObjectDifference(name, first.under("/" + name)))));
        }
        return List.copyOf(differences);
    }
}
