package dev.paritas.bridge.golden;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A golden case (spec 12 §5.1).
 *
 * @param input the global type, as it was read
 * @param projections local types by role, ascending
 * @param coherence null from every producer
 */
public record GoldenBundle(
        JsonValue input,
        SortedMap<String, JsonValue> projections,
        @Nullable CoherenceBundle coherence) {
    public static final Codec<GoldenBundle> CODEC = ObjectCodec.of("GoldenBundle", m -> {
        m.required("schema_version", BridgeVersion.CODEC, _ -> BridgeVersion.CURRENT);
        var input = m.required("input", JsonValue.CODEC, GoldenBundle::input);
        var projections = m.required("projections", Codec.mapOf(JsonValue.CODEC), GoldenBundle::projections);
        var coherence = m.nullable("coherence", CoherenceBundle.CODEC, GoldenBundle::coherence);
        return in -> new GoldenBundle(in.get(input), sorted(in.get(projections)), in.get(coherence));
    });

    public GoldenBundle {
        projections = sorted(projections);
    }

    private static SortedMap<String, JsonValue> sorted(Map<String, JsonValue> projections) {
        SortedMap<String, JsonValue> copy = new TreeMap<>(CodePointOrder.INSTANCE);
        copy.putAll(projections);
        return Collections.unmodifiableSortedMap(copy);
    }
}
