package dev.paritas.bridge.parity;

import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A search bundle as a tree in which inventories are maps: their order says nothing (spec 52 §7.1). */
final class SearchTree {
    private static final Set<String> INVENTORIES = Set.of(
            "fairness_inventory",
            "theorem_pack_inventory",
            "theorem_pack_inventory_classes",
            "theorem_pack_inventory_problem_classes");

    private SearchTree() {}

    static JsonValue of(SearchParityBundle bundle) {
        Map<String, JsonValue> tree = new TreeMap<>();
        if (SearchParityBundle.CODEC.toTree(bundle) instanceof JsonValue.Obj(var members)) {
            members.forEach((name, value) -> tree.put(name, INVENTORIES.contains(name) ? byName(value) : value));
        }
        return new JsonValue.Obj(tree);
    }

    /** {@return how many single values two trees of this shape are compared on} */
    static long leaves(JsonValue tree) {
        return tree instanceof JsonValue.Obj(var members)
                ? members.values().stream().mapToLong(SearchTree::leaves).sum()
                : 1;
    }

    /** Entries of one name are numbered from the second on. */
    private static JsonValue byName(JsonValue list) {
        Map<String, JsonValue> entries = new TreeMap<>();
        if (list instanceof JsonValue.Array(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonValue.Obj(var members)
                        && members.get("name") instanceof JsonValue.Text(String name)) {
                    String key = name;
                    for (int copy = 2; entries.containsKey(key); copy++) {
                        key = name + "#" + copy;
                    }
                    entries.put(key, element);
                }
            }
        }
        return new JsonValue.Obj(entries);
    }
}
