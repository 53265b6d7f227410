package dev.paritas.simulation.scenario;

import java.util.List;
import java.util.Set;

/** The roles that the parts of a scenario may name. */
final class ScenarioRoles {
    private final Set<String> names;

    ScenarioRoles(List<String> names) {
        this.names = Set.copyOf(names);
    }

    boolean has(String role) {
        return names.contains(role);
    }
}
