package dev.paritas.choreography.generate;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.PayloadSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The way from a protocol that shows a behaviour to a small one that still does. Every candidate is strictly smaller by
 * {@link #size}, so every search ends.
 */
public final class Shrinking {
    private Shrinking() {}

    /**
     * {@return a type from which no single step leads to a smaller one that {@code shows} the behaviour}
     *
     * @param type one that shows it
     */
    public static GlobalType minimise(GlobalType type, Predicate<GlobalType> shows) {
        GlobalType smallest = type;
        Optional<GlobalType> next = Optional.of(type);
        while (next.isPresent()) {
            smallest = next.get();
            next = candidates(smallest).stream().filter(shows).findFirst();
        }
        return smallest;
    }

    /** {@return the smaller types that one step leads to, the boldest steps first} */
    public static List<GlobalType> candidates(GlobalType type) {
        List<GlobalType> found = new ArrayList<>();
        if (!(type instanceof GlobalType.End)) {
            found.add(GlobalType.END);
        }
        List<TypePath> places = TypePath.all(type);
        for (TypePath place : places) {
            GlobalType here = place.target();
            for (int i = 0; i < here.arity(); i++) {
                found.add(place.replacedBy(here.child(i)));
            }
        }
        for (TypePath place : places) {
            smallerHeads(place.target()).forEach(head -> found.add(place.replacedBy(head)));
        }
        return found;
    }

    /** {@return a measure that every step lessens: nodes and branches count most, then sorts, then names} */
    public static long size(GlobalType type) {
        long size = 0;
        for (TypePath place : TypePath.all(type)) {
            size += switch (place.target()) {
                case GlobalType.End ignored -> 0;
                case GlobalType.Var ignored -> 1;
                case GlobalType.Mu ignored -> 10;
                case GlobalType.Delegate ignored -> 10;
                case GlobalType.Comm(var ignored, var ignored2, var branches) -> {
                    long labels = 0;
                    for (GlobalType.Branch branch : branches) {
                        labels += 10 + weight(branch.label().sort());
                        labels += branch.label().name().equals(plain(branches, branch)) ? 0 : 1;
                    }
                    yield 10 + labels;
                }
            };
        }
        return size;
    }

    private static long weight(PayloadSort sort) {
        return switch (sort) {
            case PayloadSort.Unit ignored -> 0;
            case PayloadSort.Nat ignored -> 1;
            case PayloadSort.Bool ignored -> 1;
            case PayloadSort.Text ignored -> 1;
            case PayloadSort.Real ignored -> 1;
            case PayloadSort.Vector ignored -> 2;
            case PayloadSort.Prod(PayloadSort left, PayloadSort right) -> 3 + weight(left) + weight(right);
        };
    }

    /** The same node with less in its head: a branch dropped, a variable ended, a sort or a name made plain. */
    private static List<GlobalType> smallerHeads(GlobalType node) {
        return switch (node) {
            case GlobalType.End ignored -> List.of();
            case GlobalType.Mu ignored -> List.of();
            case GlobalType.Delegate ignored -> List.of();
            case GlobalType.Var ignored -> List.of(GlobalType.END);
            case GlobalType.Comm(String sender, String receiver, List<GlobalType.Branch> branches) -> {
                List<GlobalType> smaller = new ArrayList<>();
                for (int i = 0; i < branches.size(); i++) {
                    if (branches.size() > 1) {
                        List<GlobalType.Branch> fewer = new ArrayList<>(branches);
                        fewer.remove(i);
                        smaller.add(new GlobalType.Comm(sender, receiver, fewer));
                    }
                }
                for (int i = 0; i < branches.size(); i++) {
                    GlobalType.Branch branch = branches.get(i);
                    List<Label> labels = new ArrayList<>();
                    smallerSorts(branch.label().sort())
                            .forEach(sort -> labels.add(new Label(branch.label().name(), sort)));
                    String plain = plain(branches, branch);
                    if (!plain.equals(branch.label().name())) {
                        labels.add(new Label(plain, branch.label().sort()));
                    }
                    for (Label label : labels) {
                        List<GlobalType.Branch> changed = new ArrayList<>(branches);
                        changed.set(i, new GlobalType.Branch(label, branch.continuation()));
                        smaller.add(new GlobalType.Comm(sender, receiver, changed));
                    }
                }
                yield smaller;
            }
        };
    }

    private static List<PayloadSort> smallerSorts(PayloadSort sort) {
        return switch (sort) {
            case PayloadSort.Unit ignored -> List.of();
            case PayloadSort.Prod(PayloadSort left, PayloadSort right) -> List.of(PayloadSort.UNIT, left, right);
            case PayloadSort.Nat ignored -> List.of(PayloadSort.UNIT);
            case PayloadSort.Bool ignored -> List.of(PayloadSort.UNIT);
            case PayloadSort.Text ignored -> List.of(PayloadSort.UNIT);
            case PayloadSort.Real ignored -> List.of(PayloadSort.UNIT);
            case PayloadSort.Vector ignored -> List.of(PayloadSort.UNIT);
        };
    }

    /** {@return {@code m} for the first branch unless another has it; else the name as it is} */
    private static String plain(List<GlobalType.Branch> branches, GlobalType.Branch branch) {
        boolean taken = branches.stream().anyMatch(other -> other.label().name().equals("m"));
        return taken || branch != branches.getFirst() ? branch.label().name() : "m";
    }
}
