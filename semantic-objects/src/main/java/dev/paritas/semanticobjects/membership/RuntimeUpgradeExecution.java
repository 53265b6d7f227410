package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** A runtime upgrade with all its phases (spec 31 §10.5). */
public record RuntimeUpgradeExecution(
        String artifactId, String upgradeId, List<RuntimeUpgradeArtifact> artifacts, List<String> finalMembers) {
    public static final Codec<RuntimeUpgradeExecution> CODEC = ObjectCodec.of("RuntimeUpgradeExecution", m -> {
        var artifactId = m.required("artifact_id", Codec.STRING, RuntimeUpgradeExecution::artifactId);
        var upgradeId = m.required("upgrade_id", Codec.STRING, RuntimeUpgradeExecution::upgradeId);
        var artifacts =
                m.required("artifacts", Codec.listOf(RuntimeUpgradeArtifact.CODEC), RuntimeUpgradeExecution::artifacts);
        var finalMembers =
                m.required("final_members", Codec.listOf(Codec.STRING), RuntimeUpgradeExecution::finalMembers);
        return in -> new RuntimeUpgradeExecution(
                in.get(artifactId), in.get(upgradeId), in.get(artifacts), in.get(finalMembers));
    });

    public RuntimeUpgradeExecution {
        artifacts = List.copyOf(artifacts);
        finalMembers = List.copyOf(finalMembers);
    }
}
