package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

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
    public static final Codec<PlanExecution> CODEC = ObjectCodec.of(
            "PlanExecution",
            field("artifact_id", Codec.STRING, PlanExecution::artifactId),
            field("plan_id", Codec.STRING, PlanExecution::planId),
            field("initial_members", Codec.listOf(Codec.STRING), PlanExecution::initialMembers),
            field("phases", Codec.listOf(ReconfigurationPhase.CODEC), PlanExecution::phases),
            field("final_members", Codec.listOf(Codec.STRING), PlanExecution::finalMembers),
            PlanExecution::new);

    public PlanExecution {
        initialMembers = List.copyOf(initialMembers);
        phases = List.copyOf(phases);
        finalMembers = List.copyOf(finalMembers);
    }
}
