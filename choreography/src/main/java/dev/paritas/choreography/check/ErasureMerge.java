package dev.paritas.choreography.check;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The merge that the formal model's erasure proofs are about (spec 11 §6). No executable asks it, and it is <em>not</em>
 * the merge of the projection ({@link dev.paritas.choreography.projection.Merge}): receives keep the right list behind the
 * left one, and sends with branches never merge, not even with themselves.
 */
public final class ErasureMerge {
    private ErasureMerge() {}

    /** {@return the merge, if there is one; the relation names no reasons} */
    public static Optional<LocalType> merge(LocalType left, LocalType right) {
        return Parts.compute(new Pair(left, right), ErasureMerge::step);
    }

    /** {@return the right fold over {@code types}; empty where a step fails or nothing is given} */
    public static Optional<LocalType> mergeAll(List<LocalType> types) {
        if (types.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalType> merged = Optional.of(types.getLast());
        for (LocalType left : types.subList(0, types.size() - 1).reversed()) {
            merged = merged.flatMap(right -> merge(left, right));
        }
        return merged;
    }

    private record Pair(LocalType left, LocalType right) {}

    private static Parts<Pair, Optional<LocalType>> step(Pair pair) {
        LocalType right = pair.right();
        return switch (pair.left()) {
            case LocalType.End end when right instanceof LocalType.End -> Parts.done(Optional.of(end));
            case LocalType.Var(String name)
            when right instanceof LocalType.Var(String other) && name.equals(other) -> Parts.done(Optional.of(right));
            case LocalType.Mu(String var, LocalType body)
            when right instanceof LocalType.Mu(String other, LocalType inner) && var.equals(other) ->
                new Parts<>(
                        List.of(new Pair(body, inner)),
                        merged -> merged.getFirst().map(whole -> new LocalType.Mu(var, whole)));
            case LocalType.Send send
            when right instanceof LocalType.Send other
                    && send.partner().equals(other.partner())
                    && send.branches().isEmpty()
                    && other.branches().isEmpty() -> Parts.done(Optional.of(send));
            case LocalType.Recv recv
            when right instanceof LocalType.Recv other && recv.partner().equals(other.partner()) ->
                receives(recv, other);
            case LocalType.End ignored -> Parts.done(Optional.empty());
            case LocalType.Var ignored -> Parts.done(Optional.empty());
            case LocalType.Mu ignored -> Parts.done(Optional.empty());
            case LocalType.Choice ignored -> Parts.done(Optional.empty());
        };
    }

    /** The left branches, merged where the right side has the label, and then all of the right side. */
    private static Parts<Pair, Optional<LocalType>> receives(LocalType.Recv left, LocalType.Recv right) {
        List<Pair> pairs = new ArrayList<>();
        List<Integer> shared = new ArrayList<>();
        for (int i = 0; i < left.branches().size(); i++) {
            LocalType.Branch ours = left.branches().get(i);
            Optional<LocalType.Branch> theirs = first(right.branches(), ours.label());
            if (theirs.isPresent()) {
                if (!Objects.equals(ours.annotation(), theirs.get().annotation())) {
                    return Parts.done(Optional.empty());
                }
                shared.add(i);
                pairs.add(new Pair(ours.continuation(), theirs.get().continuation()));
            }
        }
        return new Parts<>(pairs, merged -> {
            List<LocalType.Branch> branches = new ArrayList<>(left.branches());
            for (int i = 0; i < shared.size(); i++) {
                if (merged.get(i).isEmpty()) {
                    return Optional.empty();
                }
                LocalType.Branch old = branches.get(shared.get(i));
                branches.set(
                        shared.get(i),
                        new LocalType.Branch(
                                old.label(), old.annotation(), merged.get(i).get()));
            }
            branches.addAll(right.branches());
            return Optional.of(new LocalType.Recv(left.partner(), branches));
        });
    }

    private static Optional<LocalType.Branch> first(List<LocalType.Branch> branches, Label label) {
        return branches.stream().filter(branch -> branch.label().equals(label)).findFirst();
    }
}
