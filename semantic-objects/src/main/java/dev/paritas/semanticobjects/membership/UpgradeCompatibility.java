package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** What a runtime upgrade keeps (spec 31 §10.5). */
public record UpgradeCompatibility(
        ExecutionConstraint executionConstraint,
        boolean ownershipContinuityRequired,
        PendingEffectTreatment pendingEffectTreatment,
        PublicationContinuity canonicalPublicationContinuity) {
    public static final Codec<UpgradeCompatibility> CODEC = ObjectCodec.of("UpgradeCompatibility", m -> {
        var executionConstraint = m.required(
                "execution_constraint", ExecutionConstraint.CODEC, UpgradeCompatibility::executionConstraint);
        var ownershipContinuityRequired = m.required(
                "ownership_continuity_required", Codec.BOOL, UpgradeCompatibility::ownershipContinuityRequired);
        var pendingEffectTreatment = m.required(
                "pending_effect_treatment", PendingEffectTreatment.CODEC, UpgradeCompatibility::pendingEffectTreatment);
        var canonicalPublicationContinuity = m.required(
                "canonical_publication_continuity",
                PublicationContinuity.CODEC,
                UpgradeCompatibility::canonicalPublicationContinuity);
        return in -> new UpgradeCompatibility(
                in.get(executionConstraint),
                in.get(ownershipContinuityRequired),
                in.get(pendingEffectTreatment),
                in.get(canonicalPublicationContinuity));
    });
}
