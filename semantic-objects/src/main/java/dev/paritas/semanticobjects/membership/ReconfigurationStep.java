package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * One step of a plan (spec 31 §10.2).
 *
 * @param nextMembers in any order; repetitions count once
 */
public record ReconfigurationStep(String stepId, List<String> nextMembers, List<PlacementObservation> placements) {
    public static final Codec<ReconfigurationStep> CODEC = ObjectCodec.of("ReconfigurationStep", m -> {
        var stepId = m.required("step_id", Codec.STRING, ReconfigurationStep::stepId);
        var nextMembers = m.required("next_members", Codec.listOf(Codec.STRING), ReconfigurationStep::nextMembers);
        var placements =
                m.required("placements", Codec.listOf(PlacementObservation.CODEC), ReconfigurationStep::placements);
        return in -> new ReconfigurationStep(in.get(stepId), in.get(nextMembers), in.get(placements));
    });

    public ReconfigurationStep {
        nextMembers = List.copyOf(nextMembers);
        placements = List.copyOf(placements);
    }
}
