package dev.paritas.choreography.check;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The phases of a local type: maximal runs of sends or of receives, along the first way out of each run (spec 11 §9.1).
 * A phase is named by its first node; its tree is read from there when it is compared.
 */
final class Phases {
    static final int LIMIT = 10_000;

    private final Dialect dialect;
    // A loop comes back to the same node, so ten thousand unfoldings of it cost one substitution.
    private final Map<LocalType, LocalType> unfolded = new IdentityHashMap<>();
    private final Map<LocalType, Integer> heights = new IdentityHashMap<>();

    private Phases(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@return the first node of each phase; empty when the limit of {@value #LIMIT} is exceeded} */
    static Optional<List<LocalType.Choice>> of(LocalType type, Dialect dialect) {
        return new Phases(dialect).decompose(type);
    }

    /** {@return whether {@code node} continues a phase of {@code head}'s direction} */
    static boolean continues(LocalType.Choice head, LocalType node) {
        return switch (head) {
            case LocalType.Send _ -> node instanceof LocalType.Send;
            case LocalType.Recv _ -> node instanceof LocalType.Recv;
        };
    }

    private Optional<List<LocalType.Choice>> decompose(LocalType type) {
        List<LocalType.Choice> phases = new ArrayList<>();
        LocalType here = type;
        int left = LIMIT;
        while (true) {
            switch (here) {
                case LocalType.End _, LocalType.Var _ -> {
                    return Optional.of(phases);
                }
                case LocalType.Mu mu -> {
                    if (left == 0) {
                        return Optional.empty();
                    }
                    left--;
                    here = unfolded.computeIfAbsent(mu, LocalType::unfold);
                }
                case LocalType.Choice choice -> {
                    if (dialect == Dialect.REFERENCE) {
                        if (left == 0 || height(choice) > left) {
                            return Optional.empty();
                        }
                        left--;
                    }
                    phases.add(choice);
                    Optional<LocalType> exit = exit(choice);
                    if (exit.isEmpty()) {
                        return Optional.of(phases);
                    }
                    here = exit.get();
                }
            }
        }
    }

    /** {@return the first continuation, in branch order, that leaves the run} */
    private static Optional<LocalType> exit(LocalType.Choice head) {
        ArrayDeque<Iterator<LocalType.Branch>> open = new ArrayDeque<>();
        open.push(head.branches().iterator());
        while (!open.isEmpty()) {
            Iterator<LocalType.Branch> branches = open.peek();
            if (!branches.hasNext()) {
                open.pop();
                continue;
            }
            LocalType next = branches.next().continuation();
            if (next instanceof LocalType.Choice choice && continues(head, next)) {
                open.push(choice.branches().iterator());
            } else {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** {@return the levels of the run's tree} */
    private int height(LocalType.Choice head) {
        Integer known = heights.get(head);
        if (known != null) {
            return known;
        }
        int height = 0;
        List<LocalType.Choice> level = List.of(head);
        while (!level.isEmpty()) {
            height++;
            List<LocalType.Choice> below = new ArrayList<>();
            for (LocalType.Choice node : level) {
                for (LocalType.Branch branch : node.branches()) {
                    if (branch.continuation() instanceof LocalType.Choice next && continues(head, next)) {
                        below.add(next);
                    }
                }
            }
            level = below;
        }
        heights.put(head, height);
        return height;
    }
}
