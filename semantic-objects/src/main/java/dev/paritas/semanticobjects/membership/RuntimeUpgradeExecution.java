package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** A runtime upgrade with all its phases (spec 31 §10.5). */
public record RuntimeUpgradeExecution(
        String artifactId, String upgradeId, List<RuntimeUpgradeArtifact> artifacts, List<String> finalMembers) {
    public static final Codec<RuntimeUpgradeExecution> CODEC = ObjectCodec.of(
            "RuntimeUpgradeExecution",
            field("artifact_id", Codec.STRING, RuntimeUpgradeExecution::artifactId),
            field("upgrade_id", Codec.STRING, RuntimeUpgradeExecution::upgradeId),
            field("artifacts", Codec.listOf(RuntimeUpgradeArtifact.CODEC), RuntimeUpgradeExecution::artifacts),
            field("final_members", Codec.listOf(Codec.STRING), RuntimeUpgradeExecution::finalMembers),
            RuntimeUpgradeExecution::new);

    public RuntimeUpgradeExecution {
        artifacts = List.copyOf(artifacts);
        finalMembers = List.copyOf(finalMembers);
    }
}
