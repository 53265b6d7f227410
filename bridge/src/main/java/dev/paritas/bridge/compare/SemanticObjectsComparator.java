package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Structural comparison of two bundles: every list, every field, order included (spec 30 §16-17). */
public final class SemanticObjectsComparator {
    /** The part of the coverage that counts them. */
    public static final String OBJECTS = "semantic objects";

    private SemanticObjectsComparator() {}

    /** {@return one finding per differing list, ascending by the list's name; declined where neither side has anything} */
    public static Comparison between(SemanticObjects left, SemanticObjects right) {
        return compared(left, right, NormalizationLedger.EMPTY);
    }

    /** As {@link #between}, of two back ends: what {@link CrossTargetNormalization} takes away does not count. */
    public static Comparison acrossTargets(SemanticObjects left, SemanticObjects right) {
        SemanticObjects a = CrossTargetNormalization.of(left);
        SemanticObjects b = CrossTargetNormalization.of(right);
        NormalizationLedger.Counter counter = new NormalizationLedger.Counter();
        counter.add(NormalizationRule.CROSS_TARGET, changed(left, a) + changed(right, b));
        return compared(a, b, counter.ledger());
    }

    private static Comparison compared(SemanticObjects left, SemanticObjects right, NormalizationLedger ledger) {
        SortedMap<String, JsonValue> a = lists(left);
        SortedMap<String, JsonValue> b = lists(right);
        if (size(a) + size(b) == 0) {
            return Comparison.none(new Verdict.Declined("neither side has a semantic object", Verdict.Whose.BOTH));
        }
        List<DivergenceReport> findings = new ArrayList<>();
        a.forEach((name, list) -> StructuralDifference.first(list, b.getOrDefault(name, JsonValue.NULL))
                .ifPresent(first -> findings.add(finding(name, first))));
        return Comparison.of(findings, ledger, new Coverage(List.of(Coverage.Part.whole(OBJECTS, size(a), size(b)))));
    }

    private static DivergenceReport finding(String list, JsonDifference first) {
        String[] steps = first.pointer().split("/", 3);
        long index = steps.length > 1 ? Long.parseUnsignedLong(steps[1]) : 0;
        return DivergenceReport.at(
                list, null, index, first.under("/" + list), "element " + index + " of " + list + " differs");
    }

    private static long changed(SemanticObjects before, SemanticObjects after) {
        SortedMap<String, JsonValue> normalised = lists(after);
        return lists(before).entrySet().stream()
                .filter(list -> !list.getValue().equals(normalised.get(list.getKey())))
                .count();
    }

    private static long size(SortedMap<String, JsonValue> lists) {
        return lists.values().stream()
                .mapToLong(list -> list instanceof JsonValue.Array(var elements) ? elements.size() : 0)
                .sum();
    }

    private static SortedMap<String, JsonValue> lists(SemanticObjects objects) {
        return SemanticObjects.CODEC.toTree(objects) instanceof JsonValue.Obj(var members) ? members : new TreeMap<>();
    }
}
