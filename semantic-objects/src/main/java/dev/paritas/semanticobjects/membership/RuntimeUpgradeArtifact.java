package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<RuntimeUpgradeArtifact> CODEC = ObjectCodec.of(
            "RuntimeUpgradeArtifact",
            field("upgrade_id", Codec.STRING, RuntimeUpgradeArtifact::upgradeId),
            field("phase", TransitionPhase.CODEC, RuntimeUpgradeArtifact::phase),
            field("previous_members", Codec.listOf(Codec.STRING), RuntimeUpgradeArtifact::previousMembers),
            field("next_members", Codec.listOf(Codec.STRING), RuntimeUpgradeArtifact::nextMembers),
            field("compatibility", UpgradeCompatibility.CODEC, RuntimeUpgradeArtifact::compatibility),
            field("carried_publication_ids", Codec.listOf(Codec.STRING), RuntimeUpgradeArtifact::carriedPublicationIds),
            field(
                    "invalidated_publication_ids",
                    Codec.listOf(Codec.STRING),
                    RuntimeUpgradeArtifact::invalidatedPublicationIds),
            field("carried_obligation_ids", Codec.listOf(Codec.STRING), RuntimeUpgradeArtifact::carriedObligationIds),
            field(
                    "invalidated_obligation_ids",
                    Codec.listOf(Codec.STRING),
                    RuntimeUpgradeArtifact::invalidatedObligationIds),
            nullable("reason", Codec.STRING, RuntimeUpgradeArtifact::reason),
            RuntimeUpgradeArtifact::new);

    public RuntimeUpgradeArtifact {
        previousMembers = List.copyOf(previousMembers);
        nextMembers = List.copyOf(nextMembers);
        carriedPublicationIds = List.copyOf(carriedPublicationIds);
        invalidatedPublicationIds = List.copyOf(invalidatedPublicationIds);
        carriedObligationIds = List.copyOf(carriedObligationIds);
        invalidatedObligationIds = List.copyOf(invalidatedObligationIds);
    }

    /** How far a runtime upgrade came (spec 31 §10.5). */
    public enum TransitionPhase {
        STAGED,
        ADMITTED,
        COMMITTED_CUTOVER,
        ROLLED_BACK,
        FAILED;

        public static final WordCodec<TransitionPhase> CODEC = WordCodec.snakeCase(TransitionPhase.class);
    }
}
