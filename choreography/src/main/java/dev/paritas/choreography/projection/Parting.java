package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a role cannot follow a choice it is not told of, in words: two branches, and the first place where the role would have
 * to do different things. The projection's own error says the same in the reference's terms (spec 11 §3.4).
 *
 * @param behind labels of the messages up to that place, which are the same in both branches
 * @param leftDoes what the role does there in the branch {@code left}, as the end of a sentence
 */
public record Parting(
        String role,
        String decider,
        String receiver,
        String left,
        String right,
        List<String> behind,
        String leftDoes,
        String rightDoes) {
    /** The code of the projection's own error. */
    public static final String CODE = "MERGE_FAILURE";

    /** Pairs of branches that are tried. */
    private static final int PAIRS = 10_000;

    private static final int MOST_LABELS = 5;
    private static final int MOST_LEVELS = 1_000;

    public Parting {
        behind = List.copyOf(behind);
    }

    /** {@return where the branches of a choice part for {@code role}; empty when the type has a projection, or fails otherwise} */
    public static Optional<Parting> of(GlobalType type, String role) {
        SubtermProjections projections = new SubtermProjections(type, role);
        return unprojectable(type, projections).flatMap(choice -> at(choice, projections, role));
    }

    /** {@return the sentences, one a line} */
    public List<String> lines() {
        String where = behind.isEmpty()
                ? ""
                : ", behind " + behind.stream().map(label -> "'" + label + "'").collect(Collectors.joining(", ")) + ",";
        return List.of(
                decider + " decides between '" + left + "' and '" + right + "' and tells " + receiver + "; " + role
                        + " is not told, so it has to do the same in both",
                "in branch '" + left + "'" + where + " " + role + " " + leftDoes,
                "in branch '" + right + "'" + where + " " + role + " " + rightDoes,
                "send " + role + " a message in both branches, from the same role, that tells which one it is");
    }

    /** The innermost subterm without a projection. */
    private static Optional<GlobalType.Comm> unprojectable(GlobalType type, SubtermProjections projections) {
        GlobalType here = type;
        if (projections.of(here).isPresent()) {
            return Optional.empty();
        }
        for (int i = 0; i < here.arity(); i++) {
            if (projections.of(here.child(i)).isEmpty()) {
                here = here.child(i);
                i = -1;
            }
        }
        return here instanceof GlobalType.Comm comm ? Optional.of(comm) : Optional.empty();
    }

    private static Optional<Parting> at(GlobalType.Comm choice, SubtermProjections projections, String role) {
        List<GlobalType.Branch> branches = choice.branches();
        int pairs = 0;
        for (int right = 1; right < branches.size(); right++) {
            for (int left = 0; left < right && pairs < PAIRS; left++) {
                pairs++;
                Optional<LocalType> a = projections.of(branches.get(left).continuation());
                Optional<LocalType> b = projections.of(branches.get(right).continuation());
                if (a.isPresent() && b.isPresent() && !Merge.canMerge(a.get(), b.get())) {
                    return Optional.of(parting(
                            choice,
                            role,
                            branches.get(left).label(),
                            branches.get(right).label(),
                            a.get(),
                            b.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Parting parting(
            GlobalType.Comm choice, String role, Label left, Label right, LocalType first, LocalType second) {
        LocalType a = first;
        LocalType b = second;
        List<String> behind = new ArrayList<>();
        for (int level = 0; level < MOST_LEVELS; level++) {
            Optional<Pair> inner = inner(a, b);
            if (inner.isEmpty()) {
                break;
            }
            a = inner.get().left();
            b = inner.get().right();
            inner.get().label().ifPresent(behind::add);
        }
        return new Parting(
                role,
                choice.sender(),
                choice.receiver(),
                left.name(),
                right.name(),
                behind.subList(Math.max(0, behind.size() - MOST_LABELS), behind.size()),
                does(a, b),
                does(b, a));
    }

    private record Pair(Optional<String> label, LocalType left, LocalType right) {}

    /** {@return the parts that do not merge, when both types begin alike} */
    private static Optional<Pair> inner(LocalType left, LocalType right) {
        if (left instanceof LocalType.Mu(String one, LocalType a)
                && right instanceof LocalType.Mu(String other, LocalType b)
                && one.equals(other)) {
            return Optional.of(new Pair(Optional.empty(), a, b));
        }
        boolean alike = left instanceof LocalType.Send && right instanceof LocalType.Send
                || left instanceof LocalType.Recv && right instanceof LocalType.Recv;
        if (!alike
                || !(left instanceof LocalType.Choice a)
                || !(right instanceof LocalType.Choice b)
                || !a.partner().equals(b.partner())
                || left instanceof LocalType.Send && !labels(a).equals(labels(b))) {
            return Optional.empty();
        }
        for (LocalType.Branch one : a.branches()) {
            for (LocalType.Branch other : b.branches()) {
                if (one.label().equals(other.label()) && !Merge.canMerge(one.continuation(), other.continuation())) {
                    return Optional.of(
                            new Pair(Optional.of(one.label().name()), one.continuation(), other.continuation()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> labels(LocalType.Choice choice) {
        return choice.branches().stream()
                .map(branch -> branch.label().name())
                .sorted()
                .toList();
    }

    /** {@return what {@code type} does first, told apart from {@code other}} */
    private static String does(LocalType type, LocalType other) {
        return switch (type) {
            case LocalType.Send send -> "sends " + offered(send) + " to " + send.partner();
            case LocalType.Recv recv -> "waits for " + offered(recv) + " from " + recv.partner();
            case LocalType.Mu(String var, LocalType ignored) -> "begins the recursion '" + var + "'";
            case LocalType.Var(String var) -> "goes back to the beginning of '" + var + "'";
            default -> other instanceof LocalType.Choice ? "has nothing left to do" : "ends";
        };
    }

    private static String offered(LocalType.Choice choice) {
        List<String> labels = choice.branches().stream()
                .limit(MOST_LABELS)
                .map(branch -> "'" + branch.label().name() + "'")
                .toList();
        return String.join(" or ", labels) + (choice.branches().size() > MOST_LABELS ? " or another" : "");
    }
}
