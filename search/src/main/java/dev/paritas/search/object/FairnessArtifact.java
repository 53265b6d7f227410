package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;

/**
 * What a run claims about fairness, and how far it was shown (spec 52 §8.8).
 *
 * @param certificate over the window of the first round
 */
public record FairnessArtifact(
        SchedulerProfile schedulerProfile,
        FairnessClaim claimClass,
        FairnessCertificate certificate,
        boolean exactCommitTraceRefinesCanonical,
        boolean exactStateSliceRefinesCanonical,
        boolean exactObservationEquivalentToCanonical) {
    public static final Codec<FairnessArtifact> CODEC = ObjectCodec.of(
            "FairnessArtifact",
            field("scheduler_profile", SchedulerProfile.CODEC, FairnessArtifact::schedulerProfile),
            field("claim_class", FairnessClaim.CODEC, FairnessArtifact::claimClass),
            field("certificate", FairnessCertificate.CODEC, FairnessArtifact::certificate),
            field(
                    "exact_commit_trace_refines_canonical",
                    Codec.BOOL,
                    FairnessArtifact::exactCommitTraceRefinesCanonical),
            field("exact_state_slice_refines_canonical", Codec.BOOL, FairnessArtifact::exactStateSliceRefinesCanonical),
            field(
                    "exact_observation_equivalent_to_canonical",
                    Codec.BOOL,
                    FairnessArtifact::exactObservationEquivalentToCanonical),
            FairnessArtifact::new);

    /** What a scheduler profile claims about fairness (spec 52 §8.8). */
    public enum FairnessClaim {
        EXACT_ONE_STEP,
        EXACT_ONE_STEP_VIA_THREADED_REFINEMENT,
        PREMISED_WINDOW_BOUNDED,
        PREMISE_ONLY;

        public static final WordCodec<FairnessClaim> CODEC = WordCodec.camelCase(FairnessClaim.class);
    }
}
