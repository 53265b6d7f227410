package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * What lies between two placed roles, the first before the second (spec 31 §10.3).
 *
 * @param crossRegion whether both regions are known and differ
 */
public record BoundaryObservation(String fromRole, String toRole, TransportBoundary boundary, boolean crossRegion) {
    public static final Codec<BoundaryObservation> CODEC = ObjectCodec.of("BoundaryObservation", m -> {
        var fromRole = m.required("from_role", Codec.STRING, BoundaryObservation::fromRole);
        var toRole = m.required("to_role", Codec.STRING, BoundaryObservation::toRole);
        var boundary = m.required("boundary", TransportBoundary.CODEC, BoundaryObservation::boundary);
        var crossRegion = m.required("cross_region", Codec.BOOL, BoundaryObservation::crossRegion);
        return in -> new BoundaryObservation(in.get(fromRole), in.get(toRole), in.get(boundary), in.get(crossRegion));
    });
}
