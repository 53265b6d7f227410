package dev.paritas.bridge.bundle;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.inlined;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.model.validator.CapabilityModel;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationReadClass;
import java.util.List;

/**
 * A finalization path and an upgrade for the model to look at (spec 32 §8). Its JSON differs from the two artifacts': the
 * stage, which is what is asked for, is not sent, and the compatibility is flat, since the model ignores a nested one and
 * takes its defaults instead.
 */
public record CapabilityModelRequest(FinalizationPath finalization, RuntimeUpgradeArtifact runtimeUpgrade) {
    private static final Codec<List<String>> TEXTS = Codec.listOf(Codec.STRING);

    private static final Codec<FinalizationPath> FINALIZATION = ObjectCodec.of(
            "FinalizationQuery",
            field("operation_id", Codec.STRING, FinalizationPath::operationId),
            nullable("session", Codec.U64, FinalizationPath::session),
            nullable("owner_id", Codec.STRING, FinalizationPath::ownerId),
            field("read_class", FinalizationReadClass.CODEC, FinalizationPath::readClass),
            field("observed_read_ids", TEXTS, FinalizationPath::observedReadIds),
            field("authoritative_read_ids", TEXTS, FinalizationPath::authoritativeReadIds),
            field("proof_ids", TEXTS, FinalizationPath::proofIds),
            field("canonical_handle_ids", TEXTS, FinalizationPath::canonicalHandleIds),
            field("publication_ids", TEXTS, FinalizationPath::publicationIds),
            field("invalidated_by_handoff_ids", Codec.listOf(Codec.U64), FinalizationPath::invalidatedByHandoffIds),
            field("rejected_publication_ids", TEXTS, FinalizationPath::rejectedPublicationIds),
            (operationId,
                    session,
                    ownerId,
                    readClass,
                    observedReadIds,
                    authoritativeReadIds,
                    proofIds,
                    canonicalHandleIds,
                    publicationIds,
                    invalidatedByHandoffIds,
                    rejectedPublicationIds) -> new FinalizationPath(
                    operationId,
                    session,
                    ownerId,
                    readClass,
                    CapabilityModel.stage(
                            !invalidatedByHandoffIds.isEmpty(),
                            !rejectedPublicationIds.isEmpty(),
                            !proofIds.isEmpty(),
                            !canonicalHandleIds.isEmpty(),
                            readClass),
                    observedReadIds,
                    authoritativeReadIds,
                    proofIds,
                    canonicalHandleIds,
                    publicationIds,
                    invalidatedByHandoffIds,
                    rejectedPublicationIds));

    private static final Codec<RuntimeUpgradeArtifact> RUNTIME_UPGRADE = ObjectCodec.of(
            "RuntimeUpgradeQuery",
            field("upgrade_id", Codec.STRING, RuntimeUpgradeArtifact::upgradeId),
            field("phase", TransitionPhase.CODEC, RuntimeUpgradeArtifact::phase),
            field("previous_members", TEXTS, RuntimeUpgradeArtifact::previousMembers),
            field("next_members", TEXTS, RuntimeUpgradeArtifact::nextMembers),
            inlined(UpgradeCompatibility.CODEC, RuntimeUpgradeArtifact::compatibility),
            field("carried_publication_ids", TEXTS, RuntimeUpgradeArtifact::carriedPublicationIds),
            field("invalidated_publication_ids", TEXTS, RuntimeUpgradeArtifact::invalidatedPublicationIds),
            field("carried_obligation_ids", TEXTS, RuntimeUpgradeArtifact::carriedObligationIds),
            field("invalidated_obligation_ids", TEXTS, RuntimeUpgradeArtifact::invalidatedObligationIds),
            nullable("reason", Codec.STRING, RuntimeUpgradeArtifact::reason),
            RuntimeUpgradeArtifact::new);

    /** Reading works the stage out by the model's own rule. */
    public static final Codec<CapabilityModelRequest> CODEC = ObjectCodec.of(
            "CapabilityModelRequest",
            field("finalization", FINALIZATION, CapabilityModelRequest::finalization),
            field("runtime_upgrade", RUNTIME_UPGRADE, CapabilityModelRequest::runtimeUpgrade),
            CapabilityModelRequest::new);
}
