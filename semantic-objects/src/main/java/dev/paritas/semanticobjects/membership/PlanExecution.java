package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** A plan that was executed (spec 31 §10.2). */
public record PlanExecution(
        String artifactId,
        String planId,
        List<String> initialMembers,
        List<ReconfigurationPhase> phases,
        List<String> finalMembers) {
    public static final Codec<PlanExecution> CODEC = ObjectCodec.of("PlanExecution", m -> {
        var artifactId = m.required("artifact_id", Codec.STRING, PlanExecution::artifactId);
        var planId = m.required("plan_id", Codec.STRING, PlanExecution::planId);
        var initialMembers = m.required("initial_members", Codec.listOf(Codec.STRING), PlanExecution::initialMembers);
        var phases = m.required("phases", Codec.listOf(ReconfigurationPhase.CODEC), PlanExecution::phases);
        var finalMembers = m.required("final_members", Codec.listOf(Codec.STRING), PlanExecution::finalMembers);
        return in -> new PlanExecution(
                in.get(artifactId), in.get(planId), in.get(initialMembers), in.get(phases), in.get(finalMembers));
    });

    public PlanExecution {
        initialMembers = List.copyOf(initialMembers);
        phases = List.copyOf(phases);
        finalMembers = List.copyOf(finalMembers);
    }
}
