package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * Where a role runs (spec 31 §10.3).
 *
 * @param endpoint of a remote role
 * @param colocatedWith the role whose place it shares
 */
public record PlacementObservation(
        String role,
        PlacementKind kind,
        @Nullable String endpoint,
        @Nullable String region,
        @Nullable String colocatedWith) {
    public static final Codec<PlacementObservation> CODEC = ObjectCodec.of("PlacementObservation", m -> {
        var role = m.required("role", Codec.STRING, PlacementObservation::role);
        var kind = m.required("kind", PlacementKind.CODEC, PlacementObservation::kind);
        var endpoint = m.nullable("endpoint", Codec.STRING, PlacementObservation::endpoint);
        var region = m.nullable("region", Codec.STRING, PlacementObservation::region);
        var colocatedWith = m.nullable("colocated_with", Codec.STRING, PlacementObservation::colocatedWith);
        return in -> new PlacementObservation(
                in.get(role), in.get(kind), in.get(endpoint), in.get(region), in.get(colocatedWith));
    });
}
