package dev.paritas.choreography.step;

import dev.paritas.choreography.identity.CanonicalForm;
import dev.paritas.choreography.type.GlobalType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reduction of global types: a protocol becomes one of its head's continuations (spec 11 §11). */
public final class Reduction {
    /**
     * What is left of a protocol, and how its head was reached.
     *
     * @param unfolded the binders that were unfolded, outermost first
     */
    public record Consumption(GlobalType continuation, List<GlobalType> unfolded) {
        public Consumption {
            unfolded = List.copyOf(unfolded);
        }
    }

    private Reduction() {}

    /** {@return whether {@code to} is a continuation of {@code from}'s head} */
    public static boolean reduces(GlobalType from, GlobalType to) {
        return successors(from).contains(to);
    }

    /** {@return whether {@code to} is {@code from}, or reached through continuations; identities are visited once} */
    public static boolean reducesStar(GlobalType from, GlobalType to) {
        Set<String> visited = new HashSet<>();
        Deque<GlobalType> waiting = new ArrayDeque<>();
        waiting.add(from);
        while (!waiting.isEmpty()) {
            GlobalType here = waiting.remove();
            if (here.equals(to)) {
                return true;
            }
            if (visited.add(identity(here))) {
                waiting.addAll(successors(here));
            }
        }
        return false;
    }

    /**
     * As {@link GlobalType#consume}, with labels compared by name and sort, and with the unfoldings on the way.
     *
     * @return empty when the head is another communication or has no such label
     */
    public static Optional<Consumption> consumeWithProof(GlobalType type, GlobalAction action) {
        List<GlobalType> unfolded = new ArrayList<>();
        GlobalType here = type;
        for (int fuel = type.depth() + 1; fuel > 0; fuel--) {
            switch (here) {
                case GlobalType.Comm comm -> {
                    boolean parties = comm.sender().equals(action.sender())
                            && comm.receiver().equals(action.receiver());
                    return comm.branches().stream()
                            .filter(branch -> parties && branch.label().equals(action.label()))
                            .findFirst()
                            .map(branch -> new Consumption(branch.continuation(), unfolded));
                }
                case GlobalType.Mu mu -> {
                    unfolded.add(mu);
                    here = mu.unfold();
                }
                case GlobalType.End ignored -> {
                    return Optional.empty();
                }
                case GlobalType.Var ignored -> {
                    return Optional.empty();
                }
                case GlobalType.Delegate ignored -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static List<GlobalType> successors(GlobalType type) {
        GlobalType here = type.fullUnfold();
        return here instanceof GlobalType.Comm comm
                ? comm.branches().stream().map(GlobalType.Branch::continuation).toList()
                : List.of();
    }

    private static String identity(GlobalType type) {
        return type.allVarsBound() ? new String(CanonicalForm.closed(type), StandardCharsets.UTF_8) : type.debugText();
    }
}
