package dev.paritas.bridge.parity;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.simulation.lifecycle.SemanticEffectFixture;
import java.util.Map;
import java.util.TreeMap;

/** A bundle as a tree by fixture name, so that a difference is found under its fixture. */
final class EffectTree {
    private EffectTree() {}

    /** Fixtures of one name are numbered from the second on. */
    static JsonValue of(SemanticEffectBundle bundle) {
        Map<String, JsonValue> tree = new TreeMap<>();
        for (SemanticEffectFixture fixture : bundle.fixtures()) {
            String key = fixture.name();
            for (int copy = 2; tree.containsKey(key); copy++) {
                key = fixture.name() + "#" + copy;
            }
            tree.put(key, SemanticEffectFixture.CODEC.toTree(fixture));
        }
        return new JsonValue.Obj(tree);
    }
}
