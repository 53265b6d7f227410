package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;

/**
 * What lies between two placed roles, the first before the second (spec 31 §10.3).
 *
 * @param crossRegion whether both regions are known and differ
 */
public record BoundaryObservation(String fromRole, String toRole, TransportBoundary boundary, boolean crossRegion) {
    public static final Codec<BoundaryObservation> CODEC = ObjectCodec.of(
            "BoundaryObservation",
            field("from_role", Codec.STRING, BoundaryObservation::fromRole),
            field("to_role", Codec.STRING, BoundaryObservation::toRole),
            field("boundary", TransportBoundary.CODEC, BoundaryObservation::boundary),
            field("cross_region", Codec.BOOL, BoundaryObservation::crossRegion),
            BoundaryObservation::new);

    /** What lies between two placed roles (spec 31 §10.3). */
    public enum TransportBoundary {
        IN_PROCESS,
        SHARED_MEMORY,
        NETWORK;

        public static final WordCodec<TransportBoundary> CODEC = WordCodec.camelCase(TransportBoundary.class);
    }
}
