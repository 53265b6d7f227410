package dev.paritas.bridge.parity;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import java.util.List;

/**
 * One place where two bundles differ.
 *
 * @param place stable, by name and never by position: {@code fixture/wal_sync/lifecycle}
 * @param expected what the model has, compact JSON
 * @param actual what our machine has, compact JSON
 */
public record BundleDifference(String place, String expected, String actual) {
    private static final int LIMIT = 100;

    /** {@return where the fixtures differ, both lists in the order of spec 52 §6} */
    public static List<BundleDifference> effects(SemanticEffectBundle expected, SemanticEffectBundle actual) {
        return StructuralDifference.all(EffectTree.of(expected.sorted()), EffectTree.of(actual.sorted()), LIMIT)
                .stream()
                .map(difference -> of("fixture", difference))
                .toList();
    }

    static BundleDifference of(String root, JsonDifference difference) {
        return new BundleDifference(root + difference.pointer(), difference.leftText(), difference.rightText());
    }
}
