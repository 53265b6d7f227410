package dev.paritas.choreography.type;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A post-order computation over a term, its stack on the heap: children before their node, left to right. The one loop
 * that all recursive definitions on types share.
 *
 * @param <N> the terms
 * @param <R> what is computed of each
 */
public abstract class Fold<N extends Term<N>, R> {
    /** What the children of a node gave, in order; valid only during {@link #leave}. */
    public interface Results<R> {
        int size();

        R get(int index);

        default List<R> asList() {
            return IntStream.range(0, size()).mapToObj(this::get).toList();
        }
    }

    /** Called before the children: {@return the node to go on with}; rewriting and entering scopes happen here. */
    protected N enter(N node) {
        return node;
    }

    /** Called after {@link #enter}: {@return the result if it is known without the children} */
    protected Optional<R> answer(N node) {
        return Optional.empty();
    }

    /** {@return the node's result from those of its children} */
    protected abstract R leave(N node, Results<R> children);

    /** Computes the result of {@code root}. */
    public final R over(N root) {
        Stack<N, R> stack = new Stack<>();
        N node = root;
        while (true) {
            node = enter(node);
            Optional<R> known = answer(node);
            if (known.isEmpty() && node.arity() > 0) {
                stack.push(node);
                node = node.child(0);
                continue;
            }
            R result = known.isPresent() ? known.get() : leave(node, stack.expect(0));
            while (true) {
                if (stack.isEmpty()) {
                    return result;
                }
                stack.give(result);
                if (stack.hasNextChild()) {
                    node = stack.nextChild();
                    break;
                }
                N parent = stack.pop();
                result = leave(parent, stack.expect(parent.arity()));
                stack.drop(parent.arity());
            }
        }
    }

    /** Open nodes with the number of children begun, and the results not yet used; lives as long as one computation. */
    private static final class Stack<N extends Term<N>, R> implements Results<R> {
        private Object[] nodes = new Object[16];
        private int[] begun = new int[16];
        private int open;
        private Object[] results = new Object[32];
        private int filled;
        private int base;

        void push(N node) {
            if (open == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * open);
                begun = Arrays.copyOf(begun, 2 * open);
            }
            nodes[open] = node;
            begun[open++] = 1;
        }

        boolean isEmpty() {
            return open == 0;
        }

        boolean hasNextChild() {
            return begun[open - 1] < top().arity();
        }

        N nextChild() {
            return top().child(begun[open - 1]++);
        }

        N pop() {
            N node = top();
            open--;
            return node;
        }

        @SuppressWarnings("unchecked") // only push writes here
        private N top() {
            return (N) nodes[open - 1];
        }

        void give(R result) {
            if (filled == results.length) {
                results = Arrays.copyOf(results, 2 * filled);
            }
            results[filled++] = result;
        }

        Results<R> expect(int count) {
            base = filled - count;
            return this;
        }

        void drop(int count) {
            filled -= count;
        }

        @Override
        public int size() {
            return filled - base;
        }

        @Override
        @SuppressWarnings("unchecked") // only give writes here
        public R get(int index) {
            return (R) results[base + index];
        }
    }
}
