package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;

/** What a runtime upgrade keeps (spec 31 §10.5). */
public record UpgradeCompatibility(
        ExecutionConstraint executionConstraint,
        boolean ownershipContinuityRequired,
        PendingEffectTreatment pendingEffectTreatment,
        PublicationContinuity canonicalPublicationContinuity) {
    public static final ObjectCodec<UpgradeCompatibility> CODEC = ObjectCodec.of(
            "UpgradeCompatibility",
            field("execution_constraint", ExecutionConstraint.CODEC, UpgradeCompatibility::executionConstraint),
            field("ownership_continuity_required", Codec.BOOL, UpgradeCompatibility::ownershipContinuityRequired),
            field(
                    "pending_effect_treatment",
                    PendingEffectTreatment.CODEC,
                    UpgradeCompatibility::pendingEffectTreatment),
            field(
                    "canonical_publication_continuity",
                    PublicationContinuity.CODEC,
                    UpgradeCompatibility::canonicalPublicationContinuity),
            UpgradeCompatibility::new);

    /** Which execution profile an upgrade keeps (spec 31 §10.5). */
    public enum ExecutionConstraint {
        PRESERVE_BUNDLE_PROFILE,
        MIXED_DETERMINISM_ALLOWED;

        public static final WordCodec<ExecutionConstraint> CODEC = WordCodec.snakeCase(ExecutionConstraint.class);
    }

    /** What becomes of effects that are pending at the cutover (spec 31 §10.5). */
    public enum PendingEffectTreatment {
        PRESERVE_PENDING,
        INVALIDATE_BLOCKED;

        public static final WordCodec<PendingEffectTreatment> CODEC = WordCodec.snakeCase(PendingEffectTreatment.class);
    }

    /** What becomes of canonical publications at the cutover (spec 31 §10.5). */
    public enum PublicationContinuity {
        PRESERVE_CANONICAL_TRUTH,
        REISSUE_CANONICAL_TRUTH;

        public static final WordCodec<PublicationContinuity> CODEC = WordCodec.snakeCase(PublicationContinuity.class);
    }
}
