package dev.paritas.bridge.check;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The published table of the formal model's semantic objects (spec 50 §3.5), which type of ours answers to which, and the
 * differences of representation that both sides state.
 */
record PublishedShapes(ShapeDocument lean, ShapeMap map) {
    public static final String RESOURCE = "published-shapes.json";
    private static final String MAP = "shape-map.json";

    /**
     * A stated difference of representation.
     *
     * @param id of the deviation
     * @param key of the difference it explains
     */
    public record Representation(String id, String key, String reason) {
        public static final Codec<Representation> CODEC = ObjectCodec.of(
                "Representation",
                field("id", Codec.STRING, Representation::id),
                field("key", Codec.STRING, Representation::key),
                field("reason", Codec.STRING, Representation::reason),
                Representation::new);
    }

    /**
     * The declared map.
     *
     * @param pairs those whose names differ; every other published type answers to ours of the same name
     */
    public record ShapeMap(List<ShapePair> pairs, List<Representation> representations) {
        public static final Codec<ShapeMap> CODEC = ObjectCodec.of(
                "ShapeMap",
                field("pairs", Codec.listOf(ShapePair.CODEC), ShapeMap::pairs),
                field("representations", Codec.listOf(Representation.CODEC), ShapeMap::representations),
                ShapeMap::new);

        public ShapeMap {
            pairs = List.copyOf(pairs);
            representations = List.copyOf(representations);
        }
    }

    /** {@return the table that ships with this program} */
    public static PublishedShapes load() throws IOException {
        return new PublishedShapes(read(RESOURCE, ShapeDocument.CODEC), read(MAP, ShapeMap.CODEC));
    }

    /** {@return one pair per published type} */
    public List<ShapePair> pairs() {
        return ShapePair.all(lean).stream()
                .map(pair -> map.pairs().stream()
                        .filter(other -> other.leanName().equals(pair.leanName()))
                        .findFirst()
                        .orElse(pair))
                .toList();
    }

    public List<Representation> representations() {
        return map.representations();
    }

    /** {@return the statement that explains the difference {@code key}} */
    public Optional<Representation> representation(String key) {
        return map.representations().stream()
                .filter(note -> note.key().equals(key))
                .findFirst();
    }

    private static <T> T read(String name, Codec<T> codec) throws IOException {
        try (InputStream in = PublishedShapes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource " + name + " is missing");
            }
            return JsonInput.read(in, ReadPolicy.STRICT, codec);
        }
    }
}
