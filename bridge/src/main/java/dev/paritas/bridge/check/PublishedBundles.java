package dev.paritas.bridge.check;

import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bundles as the specification tabulates them; typed in, so they are no output of the code they judge. */
public final class PublishedBundles {
    public static final String EFFECTS = "semantic_effect_parity_v1.json";

    public static final String SEARCH = "search_parity_v13.json";

    private PublishedBundles() {}

    /** {@return the table of spec 52 §6} */
    public static SemanticEffectBundle effects() {
        return read(EFFECTS, SemanticEffectBundle.CODEC);
    }

    /** {@return the tables of spec 52 §7 and §7.1, as the model has them} */
    public static SearchParityBundle search() {
        return read(SEARCH, SearchParityBundle.CODEC);
    }

    private static <T> T read(String resource, Codec<T> codec) {
        try (InputStream in = PublishedBundles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not part of this program");
            }
            return JsonInput.read(in, ReadPolicy.STRICT, codec);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
