package dev.paritas.choreography.projection;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The merge of two local types (spec 11 §3): sends need identical labels, receives unite theirs. Nothing is unfolded or
 * renamed.
 *
 * <p>Equal types merge to the left one <em>unchanged</em>, so a merged continuation that is the left object says that
 * both were equal. One pass suffices; equality is never asked again at each level.
 */
public final class Merge {
    private Merge() {}

    /**
     * {@return the merge}
     *
     * @throws ProblemException ({@link MergeError}) when there is none
     */
    public static LocalType merge(LocalType left, LocalType right) {
        Deque<MergeFrame> open = new ArrayDeque<>();
        try {
            LocalType a = left;
            LocalType b = right;
            while (true) {
                Optional<LocalType> known = atOnce(a, b);
                if (known.isEmpty()) {
                    open.push(MergeFrame.of(a, b));
                }
                LocalType result = known.orElse(LocalType.END);
                boolean done = known.isPresent();
                while (true) {
                    if (open.isEmpty()) {
                        return result;
                    }
                    MergeFrame frame = open.pop();
                    if (done) {
                        frame.accept(result);
                    }
                    if (frame.advance()) {
                        a = frame.left();
                        b = frame.right();
                        open.push(frame);
                        break;
                    }
                    result = frame.result();
                    done = true;
                }
            }
        } catch (ProblemException e) {
            throw ProblemException.untraced(outermost(open, e.only(MergeError.class)));
        }
    }

    /**
     * {@return the left fold over {@code types}}
     *
     * @throws ProblemException ({@link MergeError}) when a step has no merge, or {@code types} is empty
     */
    public static LocalType mergeAll(List<LocalType> types) {
        if (types.isEmpty()) {
            throw ProblemException.untraced(new MergeError.IncompatibleTypes());
        }
        return MergeFold.of(types);
    }

    public static boolean canMerge(LocalType left, LocalType right) {
        try {
            merge(left, right);
            return true;
        } catch (ProblemException e) {
            e.only(MergeError.class);
            return false;
        }
    }

    /** Every choice around a failure replaces it by its own label; binders pass it on. */
    private static MergeError outermost(Deque<MergeFrame> open, MergeError error) {
        for (MergeFrame frame : (Iterable<MergeFrame>) open::descendingIterator) {
            Optional<String> label = frame.label();
            if (label.isPresent()) {
                return new MergeError.IncompatibleContinuations(label.get());
            }
        }
        return error;
    }

    /** {@return the merge of types without continuations; empty when continuations decide} */
    private static Optional<LocalType> atOnce(LocalType left, LocalType right) {
        if (left == right) {
            return Optional.of(left);
        }
        return switch (left) {
            case LocalType.End ignored -> {
                if (!(right instanceof LocalType.End)) {
                    throw ProblemException.untraced(new MergeError.EndMismatch(right));
                }
                yield Optional.of(left);
            }
            case LocalType.Var(String name) -> {
                if (!(right instanceof LocalType.Var(String found))) {
                    throw unlike(left, right);
                }
                if (!name.equals(found)) {
                    throw ProblemException.untraced(new MergeError.VariableMismatch(name, found));
                }
                yield Optional.of(left);
            }
            case LocalType.Mu(String var, var ignored) -> {
                if (!(right instanceof LocalType.Mu(String found, var ignored2))) {
                    throw unlike(left, right);
                }
                if (!var.equals(found)) {
                    throw ProblemException.untraced(new MergeError.RecursiveVariableMismatch(var, found));
                }
                yield Optional.empty();
            }
            case LocalType.Send send -> {
                if (!(right instanceof LocalType.Send other)) {
                    throw unlike(left, right);
                }
                samePartner(send, other);
                yield Optional.empty();
            }
            case LocalType.Recv recv -> {
                if (!(right instanceof LocalType.Recv other)) {
                    throw unlike(left, right);
                }
                samePartner(recv, other);
                yield Optional.empty();
            }
        };
    }

    private static void samePartner(LocalType.Choice left, LocalType.Choice right) {
        if (!left.partner().equals(right.partner())) {
            throw ProblemException.untraced(new MergeError.PartnerMismatch(left.partner(), right.partner()));
        }
    }

    private static ProblemException unlike(LocalType left, LocalType right) {
        if (right instanceof LocalType.End) {
            return ProblemException.untraced(new MergeError.EndMismatch(left));
        }
        boolean choices = left instanceof LocalType.Choice && right instanceof LocalType.Choice;
        return ProblemException.untraced(
                choices ? new MergeError.DirectionMismatch() : new MergeError.IncompatibleTypes());
    }
}
