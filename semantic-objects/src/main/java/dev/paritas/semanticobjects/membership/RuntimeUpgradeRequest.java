package dev.paritas.semanticobjects.membership;

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
    public static final Codec<RuntimeUpgradeRequest> CODEC = ObjectCodec.of("RuntimeUpgradeRequest", m -> {
        var upgradeId = m.required("upgrade_id", Codec.STRING, RuntimeUpgradeRequest::upgradeId);
        var plan = m.required("plan", ReconfigurationPlan.CODEC, RuntimeUpgradeRequest::plan);
        var compatibility =
                m.required("compatibility", UpgradeCompatibility.CODEC, RuntimeUpgradeRequest::compatibility);
        var carriedPublicationIds = m.required(
                "carried_publication_ids", Codec.listOf(Codec.STRING), RuntimeUpgradeRequest::carriedPublicationIds);
        var invalidatedPublicationIds = m.required(
                "invalidated_publication_ids",
                Codec.listOf(Codec.STRING),
                RuntimeUpgradeRequest::invalidatedPublicationIds);
        var carriedObligationIds = m.required(
                "carried_obligation_ids", Codec.listOf(Codec.STRING), RuntimeUpgradeRequest::carriedObligationIds);
        var invalidatedObligationIds = m.required(
                "invalidated_obligation_ids",
                Codec.listOf(Codec.STRING),
                RuntimeUpgradeRequest::invalidatedObligationIds);
        return in -> new RuntimeUpgradeRequest(
                in.get(upgradeId),
                in.get(plan),
                in.get(compatibility),
                in.get(carriedPublicationIds),
                in.get(invalidatedPublicationIds),
                in.get(carriedObligationIds),
                in.get(invalidatedObligationIds));
    });

    public RuntimeUpgradeRequest {
        carriedPublicationIds = List.copyOf(carriedPublicationIds);
        invalidatedPublicationIds = List.copyOf(invalidatedPublicationIds);
        carriedObligationIds = List.copyOf(carriedObligationIds);
        invalidatedObligationIds = List.copyOf(invalidatedObligationIds);
    }
}
