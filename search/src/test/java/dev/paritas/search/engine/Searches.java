package dev.paritas.search.engine;

import dev.paritas.search.object.SearchCommit;
import dev.paritas.search.object.SearchPublication;
import java.util.ArrayList;
import java.util.List;

/** Short forms for tests. */
final class Searches {
    private Searches() {}

    static SearchMachine machine(SearchDomain domain, SearchQuery query, long epsilonMilli) {
        return new SearchMachine(domain, query, 1, epsilonMilli);
    }

    /** Steps to the end. */
    static List<List<Long>> batches(SearchMachine machine) {
        List<List<Long>> batches = new ArrayList<>();
        for (var step = machine.step(); step.isPresent(); step = machine.step()) {
            batches.add(step.get().batch().nodes());
        }
        return batches;
    }

    static SearchCommit commit(long node, long parent, long cost) {
        return new SearchCommit(node, parent, cost);
    }

    static SearchPublication publication(long cost, Long... witness) {
        return new SearchPublication(cost, List.of(witness));
    }
}
