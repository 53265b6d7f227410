package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * One step of a plan (spec 31 §10.2).
 *
 * @param nextMembers in any order; repetitions count once
 */
public record ReconfigurationStep(String stepId, List<String> nextMembers, List<PlacementObservation> placements) {
    public static final Codec<ReconfigurationStep> CODEC = ObjectCodec.of(
            "ReconfigurationStep",
            field("step_id", Codec.STRING, ReconfigurationStep::stepId),
            field("next_members", Codec.listOf(Codec.STRING), ReconfigurationStep::nextMembers),
            field("placements", Codec.listOf(PlacementObservation.CODEC), ReconfigurationStep::placements),
            ReconfigurationStep::new);

    public ReconfigurationStep {
        nextMembers = List.copyOf(nextMembers);
        placements = List.copyOf(placements);
    }
}
