package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a search for one goal (spec 52 §8.8).
 *
 * @param goalWindowEntryBoundSteps 1-based number of the first round whose batch has the goal
 * @param discoveryCertificate present when both bounds are
 */
public record PathProblem(
        @Nullable Long goalServiceBoundSteps,
        @Nullable Long goalWindowEntryBoundSteps,
        @Nullable DiscoveryCertificate discoveryCertificate) {
    public static final Codec<PathProblem> CODEC = ObjectCodec.of(
            "PathProblem",
            nullable("goal_service_bound_steps", Codec.U64, PathProblem::goalServiceBoundSteps),
            nullable("goal_window_entry_bound_steps", Codec.U64, PathProblem::goalWindowEntryBoundSteps),
            nullable("discovery_certificate", DiscoveryCertificate.CODEC, PathProblem::discoveryCertificate),
            PathProblem::new);
}
