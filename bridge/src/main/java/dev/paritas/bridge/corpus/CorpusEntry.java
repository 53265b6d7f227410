package dev.paritas.bridge.corpus;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * What the index says about one case.
 *
 * @param id path-like and stable: it never depends on the position in a file
 * @param seed of the generator; null for a hand-written fixture
 * @param sha256 of the compact canonical text of the case's choreography, or of its document
 */
public record CorpusEntry(String id, @Nullable Long seed, String sha256) {
    public static final Codec<CorpusEntry> CODEC = ObjectCodec.of(
            "CorpusEntry",
            field("id", Codec.STRING, CorpusEntry::id),
            nullable("seed", Codec.U64, CorpusEntry::seed),
            field("sha256", Codec.STRING, CorpusEntry::sha256),
            CorpusEntry::new);
}
