package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * A plan to be executed as a runtime upgrade, and what becomes of publications and obligations (spec 31 §10.5).
 *
 * @param carriedPublicationIds in any order, like the other three lists; recorded as given
 */
public record RuntimeUpgradeRequest(
        String upgradeId,
        ReconfigurationPlan plan,
        UpgradeCompatibility compatibility,
        List<String> carriedPublicationIds,
        List<String> invalidatedPublicationIds,
        List<String> carriedObligationIds,
        List<String> invalidatedObligationIds) {
    public static final Codec<RuntimeUpgradeRequest> CODEC = ObjectCodec.of(
            "RuntimeUpgradeRequest",
            field("upgrade_id", Codec.STRING, RuntimeUpgradeRequest::upgradeId),
            field("plan", ReconfigurationPlan.CODEC, RuntimeUpgradeRequest::plan),
            field("compatibility", UpgradeCompatibility.CODEC, RuntimeUpgradeRequest::compatibility),
            field("carried_publication_ids", Codec.listOf(Codec.STRING), RuntimeUpgradeRequest::carriedPublicationIds),
            field(
                    "invalidated_publication_ids",
                    Codec.listOf(Codec.STRING),
                    RuntimeUpgradeRequest::invalidatedPublicationIds),
            field("carried_obligation_ids", Codec.listOf(Codec.STRING), RuntimeUpgradeRequest::carriedObligationIds),
            field(
                    "invalidated_obligation_ids",
                    Codec.listOf(Codec.STRING),
                    RuntimeUpgradeRequest::invalidatedObligationIds),
            RuntimeUpgradeRequest::new);

    public RuntimeUpgradeRequest {
        carriedPublicationIds = List.copyOf(carriedPublicationIds);
        invalidatedPublicationIds = List.copyOf(invalidatedPublicationIds);
        carriedObligationIds = List.copyOf(carriedObligationIds);
        invalidatedObligationIds = List.copyOf(invalidatedObligationIds);
    }
}
