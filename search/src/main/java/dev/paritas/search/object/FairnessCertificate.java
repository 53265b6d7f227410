package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one round certifies about its batch (spec 52 §8.8).
 *
 * @param serviceBoundSteps null when nothing is bounded
 * @param certifiedEpoch null, as the phase, when no window is certified
 */
public record FairnessCertificate(
        CertificateClass certificateClass,
        @Nullable Long serviceBoundSteps,
        List<FairnessAssumption> requiredFairness,
        List<SearchObservable> certifiedObservables,
        NormalizationMode normalizationMode,
        @Nullable Long certifiedEpoch,
        @Nullable Long certifiedPhase,
        List<Long> certifiedBatchNodes,
        List<SearchCommit> certifiedNormalizedCommits) {
    public static final Codec<FairnessCertificate> CODEC = ObjectCodec.of("FairnessCertificate", m -> {
        var certificateClass = m.required("class", CertificateClass.CODEC, FairnessCertificate::certificateClass);
        var serviceBoundSteps = m.nullable("service_bound_steps", Codec.U64, FairnessCertificate::serviceBoundSteps);
        var requiredFairness = m.required(
                "required_fairness", Codec.listOf(FairnessAssumption.CODEC), FairnessCertificate::requiredFairness);
        var certifiedObservables = m.required(
                "certified_observables",
                Codec.listOf(SearchObservable.CODEC),
                FairnessCertificate::certifiedObservables);
        var normalizationMode =
                m.required("normalization_mode", NormalizationMode.CODEC, FairnessCertificate::normalizationMode);
        var certifiedEpoch = m.nullable("certified_epoch", Codec.U64, FairnessCertificate::certifiedEpoch);
        var certifiedPhase = m.nullable("certified_phase", Codec.U64, FairnessCertificate::certifiedPhase);
        var certifiedBatchNodes =
                m.required("certified_batch_nodes", Codec.listOf(Codec.U64), FairnessCertificate::certifiedBatchNodes);
        var certifiedNormalizedCommits = m.required(
                "certified_normalized_commits",
                Codec.listOf(SearchCommit.CODEC),
                FairnessCertificate::certifiedNormalizedCommits);
        return in -> new FairnessCertificate(
                in.get(certificateClass),
                in.get(serviceBoundSteps),
                in.get(requiredFairness),
                in.get(certifiedObservables),
                in.get(normalizationMode),
                in.get(certifiedEpoch),
                in.get(certifiedPhase),
                in.get(certifiedBatchNodes),
                in.get(certifiedNormalizedCommits));
    });

    public FairnessCertificate {
        requiredFairness = List.copyOf(requiredFairness);
        certifiedObservables = List.copyOf(certifiedObservables);
        certifiedBatchNodes = List.copyOf(certifiedBatchNodes);
        certifiedNormalizedCommits = List.copyOf(certifiedNormalizedCommits);
    }
}
