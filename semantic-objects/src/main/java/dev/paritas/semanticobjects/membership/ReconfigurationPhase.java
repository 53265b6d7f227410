package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * One executed step of a plan (spec 31 §10.2).
 *
 * @param placements ascending by role
 */
public record ReconfigurationPhase(
        String stepId,
        ReconfigurationEvent event,
        List<PlacementObservation> placements,
        List<BoundaryObservation> transportBoundaries) {
    public static final Codec<ReconfigurationPhase> CODEC = ObjectCodec.of("ReconfigurationPhase", m -> {
        var stepId = m.required("step_id", Codec.STRING, ReconfigurationPhase::stepId);
        var event = m.required("event", ReconfigurationEvent.CODEC, ReconfigurationPhase::event);
        var placements =
                m.required("placements", Codec.listOf(PlacementObservation.CODEC), ReconfigurationPhase::placements);
        var transportBoundaries = m.required(
                "transport_boundaries",
                Codec.listOf(BoundaryObservation.CODEC),
                ReconfigurationPhase::transportBoundaries);
        return in -> new ReconfigurationPhase(
                in.get(stepId), in.get(event), in.get(placements), in.get(transportBoundaries));
    });

    public ReconfigurationPhase {
        placements = List.copyOf(placements);
        transportBoundaries = List.copyOf(transportBoundaries);
    }
}
