package dev.paritas.bridge.golden;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

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
    public static final Codec<GoldenBundle> CODEC = ObjectCodec.of(
                    "GoldenBundle",
                    field("input", JsonValue.CODEC, GoldenBundle::input),
                    field("projections", Codec.mapOf(JsonValue.CODEC), GoldenBundle::projections),
                    nullable("coherence", CoherenceBundle.CODEC, GoldenBundle::coherence),
                    (input, projections, coherence) -> new GoldenBundle(input, sorted(projections), coherence))
            .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT);

    public GoldenBundle {
        projections = sorted(projections);
    }

    private static SortedMap<String, JsonValue> sorted(Map<String, JsonValue> projections) {
        SortedMap<String, JsonValue> copy = new TreeMap<>(CodePointOrder.INSTANCE);
        copy.putAll(projections);
        return Collections.unmodifiableSortedMap(copy);
    }
}
