package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How messages travel.
 *
 * @param baseLatencyMs unsigned, milliseconds
 * @param latencyVariance share of the base latency, not negative
 * @param lossProbability 0..1
 */
public record NetworkSpec(long baseLatencyMs, FixedQ32 latencyVariance, FixedQ32 lossProbability, List<Link> links) {
    /** What differs on the way from one role to another. */
    public record Link(
            String from,
            String to,
            boolean enabled,
            @Nullable Long baseLatencyMs,
            @Nullable FixedQ32 latencyVariance,
            @Nullable FixedQ32 lossProbability) {}

    public NetworkSpec {
        links = List.copyOf(links);
    }
}
