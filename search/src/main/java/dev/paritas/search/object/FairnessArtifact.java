package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

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
    public static final Codec<FairnessArtifact> CODEC = ObjectCodec.of("FairnessArtifact", m -> {
        var schedulerProfile =
                m.required("scheduler_profile", SchedulerProfile.CODEC, FairnessArtifact::schedulerProfile);
        var claimClass = m.required("claim_class", FairnessClaim.CODEC, FairnessArtifact::claimClass);
        var certificate = m.required("certificate", FairnessCertificate.CODEC, FairnessArtifact::certificate);
        var exactCommitTraceRefinesCanonical = m.required(
                "exact_commit_trace_refines_canonical", Codec.BOOL, FairnessArtifact::exactCommitTraceRefinesCanonical);
        var exactStateSliceRefinesCanonical = m.required(
                "exact_state_slice_refines_canonical", Codec.BOOL, FairnessArtifact::exactStateSliceRefinesCanonical);
        var exactObservationEquivalentToCanonical = m.required(
                "exact_observation_equivalent_to_canonical",
                Codec.BOOL,
                FairnessArtifact::exactObservationEquivalentToCanonical);
        return in -> new FairnessArtifact(
                in.get(schedulerProfile),
                in.get(claimClass),
                in.get(certificate),
                in.get(exactCommitTraceRefinesCanonical),
                in.get(exactStateSliceRefinesCanonical),
                in.get(exactObservationEquivalentToCanonical));
    });
}
