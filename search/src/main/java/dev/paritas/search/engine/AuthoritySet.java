package dev.paritas.search.engine;

import java.util.Collections;
import java.util.Set;

/** Nodes and surfaces that a proposal reads or writes (spec 52 §8.5). */
public record AuthoritySet(Set<Long> nodes, Set<AuthoritySurface> surfaces) {
    public AuthoritySet {
        nodes = Set.copyOf(nodes);
        surfaces = Set.copyOf(surfaces);
    }

    boolean isDisjoint(AuthoritySet other) {
        return Collections.disjoint(nodes, other.nodes) && Collections.disjoint(surfaces, other.surfaces);
    }
}
