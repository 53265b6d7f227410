package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

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
    public static final Codec<ReconfigurationPhase> CODEC = ObjectCodec.of(
            "ReconfigurationPhase",
            field("step_id", Codec.STRING, ReconfigurationPhase::stepId),
            field("event", ReconfigurationEvent.CODEC, ReconfigurationPhase::event),
            field("placements", Codec.listOf(PlacementObservation.CODEC), ReconfigurationPhase::placements),
            field(
                    "transport_boundaries",
                    Codec.listOf(BoundaryObservation.CODEC),
                    ReconfigurationPhase::transportBoundaries),
            ReconfigurationPhase::new);

    public ReconfigurationPhase {
        placements = List.copyOf(placements);
        transportBoundaries = List.copyOf(transportBoundaries);
    }
}
