package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** Steps that are taken together or not at all (spec 31 §10.2). */
public record ReconfigurationPlan(String planId, List<ReconfigurationStep> steps) {
    public static final Codec<ReconfigurationPlan> CODEC = ObjectCodec.of("ReconfigurationPlan", m -> {
        var planId = m.required("plan_id", Codec.STRING, ReconfigurationPlan::planId);
        var steps = m.required("steps", Codec.listOf(ReconfigurationStep.CODEC), ReconfigurationPlan::steps);
        return in -> new ReconfigurationPlan(in.get(planId), in.get(steps));
    });

    public ReconfigurationPlan {
        steps = List.copyOf(steps);
    }
}
