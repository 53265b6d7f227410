package dev.paritas.simulation.scenario;

import java.util.List;

/** What must hold of a run. */
public record PropertySpec(List<String> invariants, List<Liveness> liveness) {
    /** @param bound unsigned */
    public record Liveness(String name, String precondition, String goal, long bound) {}

    public PropertySpec {
        invariants = List.copyOf(invariants);
        liveness = List.copyOf(liveness);
    }
}
