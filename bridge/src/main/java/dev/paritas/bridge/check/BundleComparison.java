package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.search.bundle.SearchParity;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.simulation.lifecycle.SemanticEffectFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The model's reduced bundles against our machine's: as trees by name, so that a difference is found under its name. */
final class BundleComparison {
    private static final int EFFECTS_LIMIT = 100;
    private static final int SEARCH_LIMIT = 300;

    /** Lists whose order says nothing (spec 52 §7.1). */
    private static final Set<String> INVENTORIES = Set.of(
            "fairness_inventory",
            "theorem_pack_inventory",
            "theorem_pack_inventory_classes",
            "theorem_pack_inventory_problem_classes");

    /** The profile on which model and runtime part, which a registered deviation covers. */
    private static final List<Mismatch> ENVELOPE = List.of(
            envelope("profile_certificates", "\"certified_current_min_key_window\"", "\"none\""),
            envelope("profile_claims", "\"premised_window_bounded\"", "\"premise_only\""));

    private BundleComparison() {}

    private static Mismatch envelope(String table, String model, String machine) {
        String place = "search/" + table + "/batched_parallel_envelope_bounded";
        return new Mismatch(place, model, machine, place);
    }

    /** {@return what comes of comparing fixture by fixture (spec 52 §6)} */
    static Findings effects(SemanticEffectBundle model, SemanticEffectBundle machine) {
        return Findings.of(
                Math.min(model.fixtures().size(), machine.fixtures().size()),
                mismatches("fixture", StructuralDifference.all(tree(model), tree(machine), EFFECTS_LIMIT)));
    }

    /** {@return what comes of comparing value by value; that the known difference does not show is one, too} */
    static Findings search(SearchParityBundle model, SearchParityBundle machine) {
        JsonValue left = tree(model);
        List<Mismatch> open = new ArrayList<>();
        List<Mismatch> covered = new ArrayList<>();
        mismatches("search", StructuralDifference.all(left, tree(machine), SEARCH_LIMIT))
                .forEach(mismatch -> (ENVELOPE.contains(mismatch) ? covered : open).add(mismatch));
        ENVELOPE.stream().filter(listed -> !covered.contains(listed)).forEach(listed -> {
            String place = listed.location() + "/stale";
            open.add(new Mismatch(place, listed.expected() + " against " + listed.actual(), "another pair", place));
        });
        return new Findings(
                leaves(left), open, covered, covered.isEmpty() ? Set.of() : Set.of(SearchParity.ENVELOPE_DEVIATION));
    }

    private static List<Mismatch> mismatches(String root, List<JsonDifference> differences) {
        return differences.stream()
                .map(difference -> new Mismatch(
                        root + difference.pointer(),
                        difference.leftText(),
                        difference.rightText(),
                        root + difference.pointer()))
                .toList();
    }

    private static JsonValue tree(SemanticEffectBundle bundle) {
        Map<String, JsonValue> tree = new TreeMap<>();
        bundle.sorted()
                .fixtures()
                .forEach(fixture -> put(tree, fixture.name(), SemanticEffectFixture.CODEC.toTree(fixture)));
        return new JsonValue.Obj(tree);
    }

    private static JsonValue tree(SearchParityBundle bundle) {
        Map<String, JsonValue> tree = new TreeMap<>();
        if (SearchParityBundle.CODEC.toTree(bundle) instanceof JsonValue.Obj(var members)) {
            members.forEach((name, value) -> tree.put(name, INVENTORIES.contains(name) ? byName(value) : value));
        }
        return new JsonValue.Obj(tree);
    }

    private static JsonValue byName(JsonValue list) {
        Map<String, JsonValue> entries = new TreeMap<>();
        if (list instanceof JsonValue.Array(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonValue.Obj(var members)
                        && members.get("name") instanceof JsonValue.Text(String name)) {
                    put(entries, name, element);
                }
            }
        }
        return new JsonValue.Obj(entries);
    }

    /** Entries of one name are numbered from the second on. */
    private static void put(Map<String, JsonValue> entries, String name, JsonValue entry) {
        String key = name;
        for (int copy = 2; entries.containsKey(key); copy++) {
            key = name + "#" + copy;
        }
        entries.put(key, entry);
    }

    /** {@return how many single values two trees of this shape are compared on} */
    private static long leaves(JsonValue tree) {
        return tree instanceof JsonValue.Obj(var members)
                ? members.values().stream().mapToLong(BundleComparison::leaves).sum()
                : 1;
    }
}
