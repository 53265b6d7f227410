package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.omittable;

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
    public static final Codec<SearchVectors> CODEC = ObjectCodec.of(
            "SearchVectors",
            field("schema_version", Codec.STRING, SearchVectors::schemaVersion),
            field("theorem_pack", TheoremPack.CODEC, SearchVectors::theoremPack),
            field("route_bounds", RouteBounds.CODEC, SearchVectors::routeBounds),
            field("final_state", SearchState.CODEC, SearchVectors::finalState),
            field(
                    "fairness_certificate_trace",
                    Codec.listOf(FairnessCertificate.CODEC),
                    SearchVectors::fairnessCertificateTrace),
            field("observation", SearchObservation.CODEC, SearchVectors::observation),
            field("replay_rounds", Codec.listOf(SearchRound.CODEC), SearchVectors::replayRounds),
            omittable("fairness", FairnessArtifact.CODEC, SearchVectors::fairness),
            SearchVectors::new);

    public SearchVectors {
        fairnessCertificateTrace = List.copyOf(fairnessCertificateTrace);
        replayRounds = List.copyOf(replayRounds);
    }
}
