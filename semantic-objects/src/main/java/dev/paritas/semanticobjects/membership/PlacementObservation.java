package dev.paritas.semanticobjects.membership;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<PlacementObservation> CODEC = ObjectCodec.of(
            "PlacementObservation",
            field("role", Codec.STRING, PlacementObservation::role),
            field("kind", PlacementKind.CODEC, PlacementObservation::kind),
            nullable("endpoint", Codec.STRING, PlacementObservation::endpoint),
            nullable("region", Codec.STRING, PlacementObservation::region),
            nullable("colocated_with", Codec.STRING, PlacementObservation::colocatedWith),
            PlacementObservation::new);

    /** Where a role runs (spec 31 §10.3). */
    public enum PlacementKind {
        LOCAL,
        REMOTE,
        COLOCATED;

        public static final WordCodec<PlacementKind> CODEC = WordCodec.camelCase(PlacementKind.class);
    }
}
