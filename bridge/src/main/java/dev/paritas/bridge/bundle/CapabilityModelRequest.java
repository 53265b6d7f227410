package dev.paritas.bridge.bundle;

import dev.paritas.model.validator.CapabilityModel;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.membership.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.PublicationContinuity;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.TransitionPhase;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationReadClass;
import java.util.List;

/**
 * A finalization path and an upgrade for the model to look at (spec 32 §8). Its JSON differs from the two artifacts': the
 * stage, which is what is asked for, is not sent, and the compatibility is flat, since the model ignores a nested one and
 * takes its defaults instead.
 */
public record CapabilityModelRequest(FinalizationPath finalization, RuntimeUpgradeArtifact runtimeUpgrade) {
    private static final Codec<List<String>> TEXTS = Codec.listOf(Codec.STRING);

    private static final Codec<FinalizationPath> FINALIZATION = ObjectCodec.of("FinalizationQuery", m -> {
        var operationId = m.required("operation_id", Codec.STRING, FinalizationPath::operationId);
        var session = m.nullable("session", Codec.U64, FinalizationPath::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, FinalizationPath::ownerId);
        var readClass = m.required("read_class", FinalizationReadClass.CODEC, FinalizationPath::readClass);
        var observedReadIds = m.required("observed_read_ids", TEXTS, FinalizationPath::observedReadIds);
        var authoritativeReadIds = m.required("authoritative_read_ids", TEXTS, FinalizationPath::authoritativeReadIds);
        var proofIds = m.required("proof_ids", TEXTS, FinalizationPath::proofIds);
        var canonicalHandleIds = m.required("canonical_handle_ids", TEXTS, FinalizationPath::canonicalHandleIds);
        var publicationIds = m.required("publication_ids", TEXTS, FinalizationPath::publicationIds);
        var invalidatedByHandoffIds = m.required(
                "invalidated_by_handoff_ids", Codec.listOf(Codec.U64), FinalizationPath::invalidatedByHandoffIds);
        var rejectedPublicationIds =
                m.required("rejected_publication_ids", TEXTS, FinalizationPath::rejectedPublicationIds);
        return in -> new FinalizationPath(
                in.get(operationId),
                in.get(session),
                in.get(ownerId),
                in.get(readClass),
                CapabilityModel.stage(
                        !in.get(invalidatedByHandoffIds).isEmpty(),
                        !in.get(rejectedPublicationIds).isEmpty(),
                        !in.get(proofIds).isEmpty(),
                        !in.get(canonicalHandleIds).isEmpty(),
                        in.get(readClass)),
                in.get(observedReadIds),
                in.get(authoritativeReadIds),
                in.get(proofIds),
                in.get(canonicalHandleIds),
                in.get(publicationIds),
                in.get(invalidatedByHandoffIds),
                in.get(rejectedPublicationIds));
    });

    private static final Codec<RuntimeUpgradeArtifact> RUNTIME_UPGRADE = ObjectCodec.of("RuntimeUpgradeQuery", m -> {
        var upgradeId = m.required("upgrade_id", Codec.STRING, RuntimeUpgradeArtifact::upgradeId);
        var phase = m.required("phase", TransitionPhase.CODEC, RuntimeUpgradeArtifact::phase);
        var previousMembers = m.required("previous_members", TEXTS, RuntimeUpgradeArtifact::previousMembers);
        var nextMembers = m.required("next_members", TEXTS, RuntimeUpgradeArtifact::nextMembers);
        var executionConstraint = m.required(
                "execution_constraint",
                ExecutionConstraint.CODEC,
                upgrade -> upgrade.compatibility().executionConstraint());
        var ownershipContinuityRequired = m.required(
                "ownership_continuity_required",
                Codec.BOOL,
                upgrade -> upgrade.compatibility().ownershipContinuityRequired());
        var pendingEffectTreatment = m.required(
                "pending_effect_treatment",
                PendingEffectTreatment.CODEC,
                upgrade -> upgrade.compatibility().pendingEffectTreatment());
        var canonicalPublicationContinuity = m.required(
                "canonical_publication_continuity",
                PublicationContinuity.CODEC,
                upgrade -> upgrade.compatibility().canonicalPublicationContinuity());
        var carriedPublicationIds =
                m.required("carried_publication_ids", TEXTS, RuntimeUpgradeArtifact::carriedPublicationIds);
        var invalidatedPublicationIds =
                m.required("invalidated_publication_ids", TEXTS, RuntimeUpgradeArtifact::invalidatedPublicationIds);
        var carriedObligationIds =
                m.required("carried_obligation_ids", TEXTS, RuntimeUpgradeArtifact::carriedObligationIds);
        var invalidatedObligationIds =
                m.required("invalidated_obligation_ids", TEXTS, RuntimeUpgradeArtifact::invalidatedObligationIds);
        var reason = m.nullable("reason", Codec.STRING, RuntimeUpgradeArtifact::reason);
        return in -> new RuntimeUpgradeArtifact(
                in.get(upgradeId),
                in.get(phase),
                in.get(previousMembers),
                in.get(nextMembers),
                new UpgradeCompatibility(
                        in.get(executionConstraint),
                        in.get(ownershipContinuityRequired),
                        in.get(pendingEffectTreatment),
                        in.get(canonicalPublicationContinuity)),
                in.get(carriedPublicationIds),
                in.get(invalidatedPublicationIds),
                in.get(carriedObligationIds),
                in.get(invalidatedObligationIds),
                in.get(reason));
    });

    /** Reading works the stage out by the model's own rule. */
    public static final Codec<CapabilityModelRequest> CODEC = ObjectCodec.of("CapabilityModelRequest", m -> {
        var finalization = m.required("finalization", FINALIZATION, CapabilityModelRequest::finalization);
        var runtimeUpgrade = m.required("runtime_upgrade", RUNTIME_UPGRADE, CapabilityModelRequest::runtimeUpgrade);
        return in -> new CapabilityModelRequest(in.get(finalization), in.get(runtimeUpgrade));
    });
}
