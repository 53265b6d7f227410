package dev.paritas.search.engine;

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
}
