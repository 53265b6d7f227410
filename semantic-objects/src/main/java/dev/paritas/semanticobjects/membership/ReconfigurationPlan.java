package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** Steps that are taken together or not at all (spec 31 §10.2). */
public record ReconfigurationPlan(String planId, List<ReconfigurationStep> steps) {
    public static final Codec<ReconfigurationPlan> CODEC = ObjectCodec.of(
            "ReconfigurationPlan",
            field("plan_id", Codec.STRING, ReconfigurationPlan::planId),
            field("steps", Codec.listOf(ReconfigurationStep.CODEC), ReconfigurationPlan::steps),
            ReconfigurationPlan::new);

    public ReconfigurationPlan {
        steps = List.copyOf(steps);
    }
}
