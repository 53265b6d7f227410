package dev.paritas.bridge.implementation;

import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;

/**
 * A reduced bundle that an executable prints without being asked anything (spec 52 §6, §7).
 *
 * @param executable name of the runner
 * @param schemaVersion of the bundle
 */
public record ParityBundleKind<T>(String executable, String schemaVersion, Codec<T> codec) {
    public static final ParityBundleKind<SemanticEffectBundle> EFFECTS = new ParityBundleKind<>(
            "semantic_effect_parity_runner", SemanticEffectBundle.SCHEMA_VERSION, SemanticEffectBundle.CODEC);

    public static final ParityBundleKind<SearchParityBundle> SEARCH =
            new ParityBundleKind<>("search_parity_runner", SearchParityBundle.SCHEMA_VERSION, SearchParityBundle.CODEC);
}
