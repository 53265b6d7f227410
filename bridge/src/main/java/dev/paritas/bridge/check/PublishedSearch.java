package dev.paritas.bridge.check;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.corpus.VectorFamilies;
import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.SearchQuery;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.SearchVectors;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A published search of another's: some families leave members of a run out, the recovery family its theorem pack. What a
 * document has is compared; observation and rounds, which tell how to take the run again, it must have.
 *
 * @param document as it was published
 */
record PublishedSearch(
        JsonValue document, String schemaVersion, SearchObservation observation, List<SearchRound> rounds) {
    private record Told(String schemaVersion, SearchObservation observation, List<SearchRound> rounds) {
        static final Codec<Told> CODEC = ObjectCodec.of(
                "PublishedSearch",
                field("schema_version", Codec.STRING, Told::schemaVersion),
                field("observation", SearchObservation.CODEC, Told::observation),
                field("replay_rounds", Codec.listOf(SearchRound.CODEC), Told::rounds),
                Told::new);
    }

    /** @throws dev.paritas.semanticobjects.json.JsonException when the document does not tell of a run */
    static PublishedSearch read(byte[] bytes) {
        JsonValue document = JsonInput.read(bytes, ReadPolicy.STRICT, JsonValue.CODEC);
        Told told = Told.CODEC.fromTree(document, ReadPolicy.PEER);
        return new PublishedSearch(document, told.schemaVersion(), told.observation(), told.rounds());
    }

    /** {@return the members of our run that the document has; those that only the document has are missing from it} */
    JsonValue again(GraphDomain domain, SearchQuery query) {
        JsonValue made =
                SearchVectors.CODEC.toTree(VectorFamilies.again(schemaVersion, observation, rounds, domain, query));
        if (document instanceof JsonValue.Obj(var published) && made instanceof JsonValue.Obj(var members)) {
            SortedMap<String, JsonValue> same = new TreeMap<>(members);
            if (isPartial()) {
                same.keySet().retainAll(published.keySet());
            }
            return new JsonValue.Obj(same);
        }
        return made;
    }

    /** The two families that this project knows in full leave nothing out. */
    private boolean isPartial() {
        return schemaVersion.contains("recovery");
    }
}
