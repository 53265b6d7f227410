package dev.paritas.search.engine;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The best result so far.
 *
 * @param witness from the start to the terminal
 */
record Incumbent(long cost, List<Long> witness) {
    /** Cheaper first; of equal cost the witness that comes first node by node, a prefix before its extension. */
    static final Comparator<Incumbent> ORDER = Comparator.comparing(Incumbent::cost, Long::compareUnsigned)
            .thenComparing(Incumbent::witness, Incumbent::lexicographic);

    Incumbent {
        witness = List.copyOf(witness);
    }

    long terminal() {
        return witness.getLast();
    }

    private static int lexicographic(List<Long> left, List<Long> right) {
        Iterator<Long> others = right.iterator();
        for (long node : left) {
            if (!others.hasNext()) {
                return 1;
            }
            int order = Long.compareUnsigned(node, others.next());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
