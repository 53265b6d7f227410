package dev.paritas.choreography.check;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Synchronous subtyping (spec 11 §8): structural, without unfolding. A subtype may send more labels and receive fewer.
 * The formal model has no counterpart.
 */
public final class SyncSubtyping {
    private record Pair(LocalType sub, LocalType sup) {}

    /** Two binders whose variables are taken for one another. */
    private record Binders(String sub, String sup) {}

    /** A pair that waits for what is below it. */
    private sealed interface Open permits Bodies, Branches {}

    private record Bodies(Binders assumed) implements Open {}

    /** Two choices, compared branch by branch of the supertype. */
    private static final class Branches implements Open {
        private final boolean sending;
        private final Map<String, LocalType.Branch> sub;
        private final Iterator<LocalType.Branch> sup;
        private String label = "";

        Branches(LocalType.Choice sub, LocalType.Choice sup) {
            this.sending = sub instanceof LocalType.Send;
            this.sub = byName(sub);
            this.sup = sup.branches().iterator();
        }
    }

    private final Set<Binders> assumptions = new HashSet<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();

    private SyncSubtyping() {}

    /** {@return why {@code sub} is no subtype of {@code sup}; empty when it is one} */
    public static Optional<SyncSubtypingError> check(LocalType sub, LocalType sup) {
        return new SyncSubtyping().run(new Pair(sub, sup));
    }

    private Optional<SyncSubtypingError> run(Pair root) {
        Optional<SyncSubtypingError> error = enter(root);
        while (error.isEmpty() && !open.isEmpty()) {
            switch (open.peek()) {
                case Bodies(Binders assumed) -> {
                    open.pop();
                    assumptions.remove(assumed);
                }
                case Branches branches -> error = advance(branches);
            }
        }
        return error;
    }

    /** Compares two heads and opens them: {@return the error of the whole check} */
    private Optional<SyncSubtypingError> enter(Pair heads) {
        Pair here = heads;
        while (here instanceof Pair(LocalType.Mu sub, LocalType.Mu sup)) {
            Binders assumed = new Binders(sub.var(), sup.var());
            if (!assumptions.add(assumed)) {
                return Optional.empty();
            }
            open.push(new Bodies(assumed));
            here = new Pair(sub.body(), sup.body());
        }
        Optional<SyncSubtypingError> error = switch (here) {
            case Pair(LocalType.Send sub, LocalType.Send sup) -> choices(sub, sup);
            case Pair(LocalType.Recv sub, LocalType.Recv sup) -> choices(sub, sup);
            case Pair(LocalType.Send ignored, LocalType.Recv ignored2) ->
                Optional.of(new SyncSubtypingError.DirectionMismatch("recv", "send"));
            case Pair(LocalType.Recv ignored, LocalType.Send ignored2) ->
                Optional.of(new SyncSubtypingError.DirectionMismatch("send", "recv"));
            case Pair(LocalType.Var sub, LocalType.Var sup) -> variables(sub.name(), sup.name());
            case Pair(LocalType.End ignored, LocalType.End ignored2) -> Optional.empty();
            case Pair(LocalType sub, LocalType sup) -> Optional.of(new SyncSubtypingError.IncompatibleTypes(sub, sup));
        };
        // The outermost choice drops what went wrong behind its branch; binders pass it on.
        return error.map(inner -> outermost().map(SyncSubtyping::behind).orElse(inner));
    }

    private Optional<SyncSubtypingError> choices(LocalType.Choice sub, LocalType.Choice sup) {
        if (!sub.partner().equals(sup.partner())) {
            return Optional.of(new SyncSubtypingError.PartnerMismatch(sup.partner(), sub.partner()));
        }
        Branches branches = new Branches(sub, sup);
        // Equal types are related as they are; unless a name is repeated, the rules below find that out.
        if (branches.sub.size() < sub.branches().size() && sub.equals(sup)) {
            return Optional.empty();
        }
        if (!branches.sending) {
            Set<String> known = byName(sup).keySet();
            for (LocalType.Branch branch : sub.branches()) {
                if (!known.contains(branch.label().name())) {
                    return Optional.of(
                            new SyncSubtypingError.ExtraLabel(branch.label().name()));
                }
            }
        }
        open.push(branches);
        return Optional.empty();
    }

    private Optional<SyncSubtypingError> variables(String sub, String sup) {
        return sub.equals(sup) || assumptions.contains(new Binders(sub, sup))
                ? Optional.empty()
                : Optional.of(new SyncSubtypingError.VariableMismatch(sup, sub));
    }

    private Optional<SyncSubtypingError> advance(Branches branches) {
        if (!branches.sup.hasNext()) {
            open.pop();
            return Optional.empty();
        }
        LocalType.Branch sup = branches.sup.next();
        branches.label = sup.label().name();
        LocalType.Branch sub = branches.sub.get(branches.label);
        if (sub == null) {
            return branches.sending
                    ? own(branches, new SyncSubtypingError.MissingLabel(branches.label))
                    : Optional.empty();
        }
        if (!sub.label().sort().equals(sup.label().sort())) {
            return own(
                    branches,
                    new SyncSubtypingError.LabelSortMismatch(
                            branches.label, sup.label().sort(), sub.label().sort()));
        }
        if (!Objects.equals(sub.annotation(), sup.annotation())) {
            return own(
                    branches,
                    new SyncSubtypingError.PayloadAnnotationMismatch(
                            branches.label, sup.annotation(), sub.annotation()));
        }
        return enter(new Pair(sub.continuation(), sup.continuation()));
    }

    private Optional<SyncSubtypingError> own(Branches at, SyncSubtypingError error) {
        return outermost()
                .filter(branches -> branches != at)
                .map(SyncSubtyping::behind)
                .or(() -> Optional.of(error));
    }

    private Optional<Branches> outermost() {
        for (Iterator<Open> upwards = open.descendingIterator(); upwards.hasNext(); ) {
            if (upwards.next() instanceof Branches branches) {
                return Optional.of(branches);
            }
        }
        return Optional.empty();
    }

    private static SyncSubtypingError behind(Branches branches) {
        return new SyncSubtypingError.ContinuationMismatch(branches.label);
    }

    private static Map<String, LocalType.Branch> byName(LocalType.Choice choice) {
        Map<String, LocalType.Branch> last = new HashMap<>();
        choice.branches().forEach(branch -> last.put(branch.label().name(), branch));
        return last;
    }
}
