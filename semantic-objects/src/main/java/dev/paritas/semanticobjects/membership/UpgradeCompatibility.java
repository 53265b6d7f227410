package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

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
}
