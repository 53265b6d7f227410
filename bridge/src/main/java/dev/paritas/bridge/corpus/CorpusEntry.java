package dev.paritas.bridge.corpus;

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
    public static final Codec<CorpusEntry> CODEC = ObjectCodec.of("CorpusEntry", m -> {
        var id = m.required("id", Codec.STRING, CorpusEntry::id);
        var seed = m.nullable("seed", Codec.U64, CorpusEntry::seed);
        var sha256 = m.required("sha256", Codec.STRING, CorpusEntry::sha256);
        return in -> new CorpusEntry(in.get(id), in.get(seed), in.get(sha256));
    });
}
