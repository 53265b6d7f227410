package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<FairnessCertificate> CODEC = ObjectCodec.of(
            "FairnessCertificate",
            field("class", CertificateClass.CODEC, FairnessCertificate::certificateClass),
            nullable("service_bound_steps", Codec.U64, FairnessCertificate::serviceBoundSteps),
            field("required_fairness", Codec.listOf(FairnessAssumption.CODEC), FairnessCertificate::requiredFairness),
            field(
                    "certified_observables",
                    Codec.listOf(SearchObservable.CODEC),
                    FairnessCertificate::certifiedObservables),
            field("normalization_mode", NormalizationMode.CODEC, FairnessCertificate::normalizationMode),
            nullable("certified_epoch", Codec.U64, FairnessCertificate::certifiedEpoch),
            nullable("certified_phase", Codec.U64, FairnessCertificate::certifiedPhase),
            field("certified_batch_nodes", Codec.listOf(Codec.U64), FairnessCertificate::certifiedBatchNodes),
            field(
                    "certified_normalized_commits",
                    Codec.listOf(SearchCommit.CODEC),
                    FairnessCertificate::certifiedNormalizedCommits),
            FairnessCertificate::new);

    public FairnessCertificate {
        requiredFairness = List.copyOf(requiredFairness);
        certifiedObservables = List.copyOf(certifiedObservables);
        certifiedBatchNodes = List.copyOf(certifiedBatchNodes);
        certifiedNormalizedCommits = List.copyOf(certifiedNormalizedCommits);
    }

    /** How two observations are laid side by side (spec 52 §8.10). */
    public enum NormalizationMode {
        FULL,
        MODULO_EFFECTS,
        /** Commits are compared as a multiset. */
        MODULO_COMMUTATIVITY,
        REPLAY;

        public static final WordCodec<NormalizationMode> CODEC = WordCodec.camelCase(NormalizationMode.class);
    }

    /** What a fairness certificate certifies (spec 52 §8.8). */
    public enum CertificateClass {
        NONE,
        CURRENT_MIN_KEY_BATCH,
        CURRENT_MIN_KEY_BATCH_VIA_THREADED_REFINEMENT,
        CERTIFIED_CURRENT_MIN_KEY_WINDOW;

        public static final WordCodec<CertificateClass> CODEC = WordCodec.camelCase(CertificateClass.class);
    }
}
