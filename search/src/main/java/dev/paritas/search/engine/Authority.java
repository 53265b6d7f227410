package dev.paritas.search.engine;

import java.util.Collections;
import java.util.Set;

/** What a proposal reads and writes, and whether two of them may be applied in any order (spec 52 §8.5). */
public record Authority(AuthoritySet reads, AuthoritySet writes) {
    /** {@return the sets that a proposal from {@code from} to {@code to} has unless it states others} */
    public static Authority of(SearchQuery query, long from, long to) {
        return new Authority(
                new AuthoritySet(
                        from == to ? Set.of(to) : Set.of(from, to),
                        Set.of(AuthoritySurface.BATCH_WINDOW, AuthoritySurface.PHASE, AuthoritySurface.GRAPH_EPOCH)),
                new AuthoritySet(Set.of(to), query.accepts(to) ? Set.of(AuthoritySurface.INCUMBENT) : Set.of()));
    }

    /** Neither writes what the other writes or reads. */
    public boolean isIndependent(Authority other) {
        return writes.isDisjoint(other.writes) && writes.isDisjoint(other.reads) && reads.isDisjoint(other.writes);
    }

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

    /** A part of the search state that is no node (spec 52 §8.5). */
    public enum AuthoritySurface {
        INCUMBENT,
        BATCH_WINDOW,
        PHASE,
        GRAPH_EPOCH
    }
}
