package dev.paritas.bridge.corpus;

import dev.paritas.search.bundle.SearchParity;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.simulation.lifecycle.SemanticEffects;
import java.util.List;

/** The reduced bundles and searches as the corpus publishes them. */
public final class ParityDocuments {
    /** The semantic-effect bundle. */
    public static final String EFFECTS = "semantic-effects.json";

    /** The search bundle, as the model prints it. */
    public static final String SEARCH = "search-parity.json";

    /** Published searches, a line each. */
    public static final String SEARCH_VECTORS = "search-vectors.jsonl";

    private ParityDocuments() {}

    /** {@return the documents as the code of today makes them} */
    public static List<CorpusDocument> make() {
        SemanticEffectBundle effects = SemanticEffects.bundle();
        List<VectorCase> vectors = VectorCase.make();
        return List.of(
                document(
                        EFFECTS,
                        SemanticEffectBundle.CODEC,
                        effects,
                        effects.fixtures().size()),
                document(SEARCH, SearchParityBundle.CODEC, SearchParity.model(), 1),
                new CorpusDocument(SEARCH_VECTORS, VectorCase.lines(vectors), vectors.size()));
    }

    private static <T> CorpusDocument document(String path, Codec<T> codec, T value, long cases) {
        return new CorpusDocument(path, JsonOutput.prettyText(codec, value) + "\n", cases);
    }
}
