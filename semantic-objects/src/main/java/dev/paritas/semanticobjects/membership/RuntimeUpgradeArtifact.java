package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One phase of a runtime upgrade (spec 31 §10.5).
 *
 * @param reason why it failed or was rolled back
 */
public record RuntimeUpgradeArtifact(
        String upgradeId,
        TransitionPhase phase,
        List<String> previousMembers,
        List<String> nextMembers,
        UpgradeCompatibility compatibility,
        List<String> carriedPublicationIds,
        List<String> invalidatedPublicationIds,
        List<String> carriedObligationIds,
        List<String> invalidatedObligationIds,
        @Nullable String reason) {
    public static final Codec<RuntimeUpgradeArtifact> CODEC = ObjectCodec.of("RuntimeUpgradeArtifact", m -> {
        var upgradeId = m.required("upgrade_id", Codec.STRING, RuntimeUpgradeArtifact::upgradeId);
        var phase = m.required("phase", TransitionPhase.CODEC, RuntimeUpgradeArtifact::phase);
        var previousMembers =
                m.required("previous_members", Codec.listOf(Codec.STRING), RuntimeUpgradeArtifact::previousMembers);
        var nextMembers = m.required("next_members", Codec.listOf(Codec.STRING), RuntimeUpgradeArtifact::nextMembers);
        var compatibility =
                m.required("compatibility", UpgradeCompatibility.CODEC, RuntimeUpgradeArtifact::compatibility);
        var carriedPublicationIds = m.required(
                "carried_publication_ids", Codec.listOf(Codec.STRING), RuntimeUpgradeArtifact::carriedPublicationIds);
        var invalidatedPublicationIds = m.required(
                "invalidated_publication_ids",
                Codec.listOf(Codec.STRING),
                RuntimeUpgradeArtifact::invalidatedPublicationIds);
        var carriedObligationIds = m.required(
                "carried_obligation_ids", Codec.listOf(Codec.STRING), RuntimeUpgradeArtifact::carriedObligationIds);
        var invalidatedObligationIds = m.required(
                "invalidated_obligation_ids",
                Codec.listOf(Codec.STRING),
                RuntimeUpgradeArtifact::invalidatedObligationIds);
        var reason = m.nullable("reason", Codec.STRING, RuntimeUpgradeArtifact::reason);
        return in -> new RuntimeUpgradeArtifact(
                in.get(upgradeId),
                in.get(phase),
                in.get(previousMembers),
                in.get(nextMembers),
                in.get(compatibility),
                in.get(carriedPublicationIds),
                in.get(invalidatedPublicationIds),
                in.get(carriedObligationIds),
                in.get(invalidatedObligationIds),
                in.get(reason));
    });

    public RuntimeUpgradeArtifact {
        previousMembers = List.copyOf(previousMembers);
        nextMembers = List.copyOf(nextMembers);
        carriedPublicationIds = List.copyOf(carriedPublicationIds);
        invalidatedPublicationIds = List.copyOf(invalidatedPublicationIds);
        carriedObligationIds = List.copyOf(carriedObligationIds);
        invalidatedObligationIds = List.copyOf(invalidatedObligationIds);
    }
}
