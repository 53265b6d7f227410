package dev.paritas.search.engine;

import dev.paritas.search.engine.SearchDomain.SearchEdge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A way to a node that a batch entry offers (spec 52 §8.3).
 *
 * @param index of the entry in its batch
 * @param edgeCost unsigned
 * @param tentative cost of the target by this way, saturating
 */
public record Proposal(int index, long from, long to, String edge, long edgeCost, long tentative) {
    private static final Comparator<Proposal> PREFERENCE = Comparator.comparing(
                    Proposal::tentative, Long::compareUnsigned)
            .thenComparing(Proposal::from, Long::compareUnsigned)
            .thenComparingInt(Proposal::index);

    /** {@return the proposals of one entry, ascending by target, equal ones as the domain lists them} */
    static List<Proposal> of(SearchDomain domain, long epoch, int index, OpenEntry entry) {
        List<SearchEdge> edges = new ArrayList<>(domain.successors(epoch, entry.node()));
        edges.sort(Comparator.comparing(SearchEdge::to, Long::compareUnsigned));
        return edges.stream()
                .map(edge -> new Proposal(
                        index,
                        entry.node(),
                        edge.to(),
                        edge.label(),
                        edge.cost(),
                        UnsignedCost.plus(entry.cost(), edge.cost())))
                .toList();
    }

    /** {@return the best proposal for each target, ascending by target; of equal ones the first} */
    static List<Proposal> normalized(List<Proposal> proposals) {
        TreeMap<Long, Proposal> best = new TreeMap<>(Long::compareUnsigned);
        for (Proposal proposal : proposals) {
            best.merge(proposal.to(), proposal, (old, next) -> PREFERENCE.compare(next, old) < 0 ? next : old);
        }
        return List.copyOf(best.values());
    }
}
