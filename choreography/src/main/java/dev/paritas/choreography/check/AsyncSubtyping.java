package dev.paritas.choreography.check;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * The conservative contract of asynchronous subtyping: equally many phases, each pair with compatible input and output
 * trees (spec 11 §9). It is deliberately incomplete and not a safety proof.
 */
public final class AsyncSubtyping {
    /** Most unfoldings of one type (spec 11 §9.1). */
    public static final long UNFOLD_LIMIT = 10_000;

    private record Pair(LocalType.Choice sub, LocalType.Choice sup) {}

    private AsyncSubtyping() {}

    /** {@return why {@code sub} is no subtype of {@code sup} under the usual limit; empty when it is one} */
    public static Optional<SubtypingError> check(LocalType sub, LocalType sup, Dialect dialect) {
        return check(sub, sup, dialect, UNFOLD_LIMIT);
    }

    /**
     * {@return why {@code sub} is no subtype of {@code sup}; empty when it is one}
     *
     * @param limit most unfoldings of each type, or of steps for the formal model; neither time nor stack grow with it
     */
    public static Optional<SubtypingError> check(LocalType sub, LocalType sup, Dialect dialect, long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
        Optional<List<LocalType.Choice>> subPhases = Phases.of(sub, dialect, limit);
        if (subPhases.isEmpty()) {
            return Optional.of(new SubtypingError.UnfoldLimitExceeded());
        }
        Optional<List<LocalType.Choice>> supPhases = Phases.of(sup, dialect, limit);
        if (supPhases.isEmpty()) {
            return Optional.of(new SubtypingError.UnfoldLimitExceeded());
        }
        return compare(subPhases.get(), supPhases.get(), dialect);
    }

    private static Optional<SubtypingError> compare(
            List<LocalType.Choice> sub, List<LocalType.Choice> sup, Dialect dialect) {
        if (sub.size() != sup.size()) {
            return Optional.of(new SubtypingError.PhaseMismatch(sub.size(), sup.size()));
        }
        for (int i = 0; i < sub.size(); i++) {
            LocalType.Choice left = sub.get(i);
            LocalType.Choice right = sup.get(i);
            boolean compatible = Phases.continues(left, right) && compatible(new Pair(left, right), dialect);
            if (!compatible) {
                // A pair of opposite directions already differs in its input trees, one of which is empty.
                boolean outputs = left instanceof LocalType.Send && right instanceof LocalType.Send;
                return Optional.of(
                        outputs ? new SubtypingError.OutputTreeMismatch() : new SubtypingError.InputTreeMismatch());
            }
        }
        return Optional.empty();
    }

    private static boolean compatible(Pair heads, Dialect dialect) {
        ArrayDeque<Pair> open = new ArrayDeque<>();
        open.push(heads);
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            List<LocalType.Branch> sub = pair.sub().branches();
            if (!pair.sub().partner().equals(pair.sup().partner())
                    || sub.size() != pair.sup().branches().size()) {
                return false;
            }
            for (LocalType.Branch branch : sub) {
                Optional<LocalType.Branch> match = named(branch.label().name(), pair.sup(), dialect);
                if (match.isEmpty() || !match.get().label().equals(branch.label())) {
                    return false;
                }
                LocalType left = branch.continuation();
                LocalType right = match.get().continuation();
                boolean leftGoesOn = Phases.continues(pair.sub(), left);
                if (leftGoesOn != Phases.continues(pair.sup(), right)) {
                    return false;
                }
                if (leftGoesOn && left instanceof LocalType.Choice l && right instanceof LocalType.Choice r) {
                    open.push(new Pair(l, r));
                }
            }
        }
        return true;
    }

    private static Optional<LocalType.Branch> named(String name, LocalType.Choice choice, Dialect dialect) {
        Optional<LocalType.Branch> found = Optional.empty();
        for (LocalType.Branch branch : choice.branches()) {
            if (branch.label().name().equals(name)) {
                found = Optional.of(branch);
                if (dialect == Dialect.REFERENCE) {
                    break;
                }
            }
        }
        return found;
    }
}
