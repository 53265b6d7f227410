package dev.paritas.choreography.check;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The phases of a local type: maximal runs of sends or of receives, along the first way out of each run (spec 11 §9.1).
 * A phase is named by its first node; its tree is read from there when it is compared.
 *
 * <p>Nothing is unfolded. The way through a type is fixed, so a bound variable at its end means that the unfolding goes
 * round for ever and exceeds any limit; and an unfolding replaces variables only, which no phase looks through.
 */
final class Phases {
    private final Dialect dialect;
    private long left;

    private Phases(Dialect dialect, long limit) {
        this.dialect = dialect;
        this.left = limit;
    }

    /** {@return the first node of each phase; empty when {@code limit} is exceeded} */
    static Optional<List<LocalType.Choice>> of(LocalType type, Dialect dialect, long limit) {
        return new Phases(dialect, limit).decompose(type);
    }

    /** {@return whether {@code node} continues a phase of {@code head}'s direction} */
    static boolean continues(LocalType.Choice head, LocalType node) {
        return switch (head) {
            case LocalType.Send ignored -> node instanceof LocalType.Send;
            case LocalType.Recv ignored -> node instanceof LocalType.Recv;
        };
    }

    private Optional<List<LocalType.Choice>> decompose(LocalType type) {
        List<LocalType.Choice> phases = new ArrayList<>();
        Set<String> bound = new HashSet<>();
        LocalType here = type;
        while (true) {
            switch (here) {
                case LocalType.End ignored -> {
                    return Optional.of(phases);
                }
                case LocalType.Var(String name) -> {
                    return bound.contains(name) ? Optional.empty() : Optional.of(phases);
                }
                case LocalType.Mu(String var, LocalType body) -> {
                    if (left == 0) {
                        return Optional.empty();
                    }
                    left--;
                    bound.add(var);
                    here = body;
                }
                case LocalType.Choice choice -> {
                    long budget = Long.MAX_VALUE;
                    if (dialect == Dialect.REFERENCE) {
                        if (left == 0 || height(choice) > left) {
                            return Optional.empty();
                        }
                        budget = left--;
                    }
                    phases.add(choice);
                    switch (exit(choice, budget)) {
                        case Exit.Found(LocalType next) -> here = next;
                        case Exit.None() -> {
                            return Optional.of(phases);
                        }
                        case Exit.Exhausted() -> {
                            return Optional.empty();
                        }
                    }
                }
            }
        }
    }

    /** Where a search for the way out of a run ended. */
    private sealed interface Exit {
        record Found(LocalType next) implements Exit {}

        /** Every path ends in a choice without branches. */
        record None() implements Exit {}

        record Exhausted() implements Exit {}
    }

    /** A node of a run whose branches are being tried; spent is what the search has used up to here. */
    private static final class Search {
        final Iterator<LocalType.Branch> branches;
        long spent;

        Search(LocalType.Choice node, long spent) {
            this.branches = node.branches().iterator();
            this.spent = spent;
        }
    }

    /**
     * {@return the first continuation, in branch order, that leaves the run}
     *
     * @param budget the formal model pays one for each level and for each branch that was tried in vain (spec 11 §9.5)
     */
    private static Exit exit(LocalType.Choice head, long budget) {
        ArrayDeque<Search> open = new ArrayDeque<>();
        open.push(new Search(head, 1));
        while (!open.isEmpty()) {
            Search here = open.peek();
            if (here.spent > budget) {
                return new Exit.Exhausted();
            }
            if (!here.branches.hasNext()) {
                open.pop();
                continue;
            }
            LocalType next = here.branches.next().continuation();
            if (!(next instanceof LocalType.Choice choice) || !continues(head, next)) {
                return new Exit.Found(next);
            }
            open.push(new Search(choice, here.spent + 1));
            here.spent++;
        }
        return new Exit.None();
    }

    /** {@return the levels of the run's tree} */
    private static int height(LocalType.Choice head) {
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
        return height;
    }
}
