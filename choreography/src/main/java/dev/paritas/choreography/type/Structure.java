package dev.paritas.choreography.type;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Structural equality, hash and search in pre-order of terms of any depth. */
public final class Structure {
    private Structure() {}

    /** {@return whether both terms have equal heads everywhere; no α-equivalence (spec 10 §0)} */
    public static <T extends Term<T>> boolean equal(T left, T right) {
        ArrayDeque<T> waiting = new ArrayDeque<>();
        T a = left;
        T b = right;
        while (true) {
            if (a != b) {
                if (!a.sameHead(b)) {
                    return false;
                }
                for (int i = a.arity() - 1; i >= 0; i--) {
                    T below = a.child(i);
                    T other = b.child(i);
                    if (below != other) {
                        waiting.push(other);
                        waiting.push(below);
                    }
                }
            }
            if (waiting.isEmpty()) {
                return true;
            }
            a = waiting.pop();
            b = waiting.pop();
        }
    }

    public static <T extends Term<T>> int hash(T root) {
        int hash = 1;
        ArrayDeque<T> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            T node = waiting.pop();
            hash = 31 * hash + node.headHash();
            pushChildren(node, waiting);
        }
        return hash;
    }

    /** {@return the first node that satisfies {@code wanted}; a node comes before its branches} */
    public static <T extends Term<T>> Optional<T> first(T root, Predicate<? super T> wanted) {
        ArrayDeque<T> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            T node = waiting.pop();
            if (wanted.test(node)) {
                return Optional.of(node);
            }
            pushChildren(node, waiting);
        }
        return Optional.empty();
    }

    /** Visits every node, a node before its branches. */
    public static <T extends Term<T>> void each(T root, Consumer<? super T> visitor) {
        ArrayDeque<T> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            T node = waiting.pop();
            visitor.accept(node);
            pushChildren(node, waiting);
        }
    }

    private static <T extends Term<T>> void pushChildren(T node, ArrayDeque<T> waiting) {
        for (int i = node.arity() - 1; i >= 0; i--) {
            waiting.push(node.child(i));
        }
    }
}
