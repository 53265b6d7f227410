package dev.paritas.choreography.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * A recursive computation one step unrolled: what has to be computed first, and what to make of it. For computations
 * that do not follow one term, where {@link Fold} would do.
 *
 * @param inner the inputs of the inner computations, in order
 * @param whole the result from theirs
 */
public record Parts<I, R>(List<I> inner, Function<List<R>, R> whole) {
    public Parts {
        inner = List.copyOf(inner);
    }

    /** {@return a result that is known at once} */
    public static <I, R> Parts<I, R> done(R result) {
        return new Parts<>(List.of(), none -> result);
    }

    /** {@return the result of {@code root}; the stack is on the heap, so inputs nest as deep as they like} */
    public static <I, R> R compute(I root, Function<I, Parts<I, R>> step) {
        Deque<Open<I, R>> open = new ArrayDeque<>();
        open.push(new Open<>(step.apply(root)));
        while (true) {
            Open<I, R> top = open.element();
            int next = top.results.size();
            if (next < top.parts.inner().size()) {
                open.push(new Open<>(step.apply(top.parts.inner().get(next))));
                continue;
            }
            open.pop();
            R result = top.parts.whole().apply(top.results);
            if (open.isEmpty()) {
                return result;
            }
            open.element().results.add(result);
        }
    }

    private static final class Open<I, R> {
        final Parts<I, R> parts;
        final List<R> results;

        Open(Parts<I, R> parts) {
            this.parts = parts;
            this.results = new ArrayList<>(parts.inner().size());
        }
    }
}
