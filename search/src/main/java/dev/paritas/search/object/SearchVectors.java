package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published run (spec 52 §8.8).
 *
 * @param schemaVersion names the family of runs, such as {@code search_vectors_v1}
 * @param finalState the report-only state
 * @param fairness left out by the canonical family
 */
public record SearchVectors(
        String schemaVersion,
        TheoremPack theoremPack,
        RouteBounds routeBounds,
        SearchState finalState,
        List<FairnessCertificate> fairnessCertificateTrace,
        SearchObservation observation,
        List<SearchRound> replayRounds,
        @Nullable FairnessArtifact fairness) {
    public static final Codec<SearchVectors> CODEC = ObjectCodec.of("SearchVectors", m -> {
        var schemaVersion = m.required("schema_version", Codec.STRING, SearchVectors::schemaVersion);
        var theoremPack = m.required("theorem_pack", TheoremPack.CODEC, SearchVectors::theoremPack);
        var routeBounds = m.required("route_bounds", RouteBounds.CODEC, SearchVectors::routeBounds);
        var finalState = m.required("final_state", SearchState.CODEC, SearchVectors::finalState);
        var fairnessCertificateTrace = m.required(
                "fairness_certificate_trace",
                Codec.listOf(FairnessCertificate.CODEC),
                SearchVectors::fairnessCertificateTrace);
        var observation = m.required("observation", SearchObservation.CODEC, SearchVectors::observation);
        var replayRounds = m.required("replay_rounds", Codec.listOf(SearchRound.CODEC), SearchVectors::replayRounds);
        var fairness = m.omittable("fairness", FairnessArtifact.CODEC, SearchVectors::fairness);
        return in -> new SearchVectors(
                in.get(schemaVersion),
                in.get(theoremPack),
                in.get(routeBounds),
                in.get(finalState),
                in.get(fairnessCertificateTrace),
                in.get(observation),
                in.get(replayRounds),
                in.get(fairness));
    });

    public SearchVectors {
        fairnessCertificateTrace = List.copyOf(fairnessCertificateTrace);
        replayRounds = List.copyOf(replayRounds);
    }
}
