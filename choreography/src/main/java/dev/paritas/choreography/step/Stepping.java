package dev.paritas.choreography.step;

import dev.paritas.choreography.type.Binding;
import dev.paritas.choreography.type.Choosing;
import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.SessionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Steps through a type for one action. The reference recurses with fuel. Here an unfolding gives the same object each
 * time, so a place is looked at once; and no answer lies deeper than the type has places, since a way that is longer
 * comes to one of them again.
 */
abstract class Stepping<T extends SessionType<T>> {
    static final int FUEL = 10_000;

    /** What a choice says to the action. */
    enum Reply {
        HEAD,
        PASS,
        BLOCK
    }

    private final Map<T, T> unfolded = new IdentityHashMap<>();

    abstract Reply reply(T choice);

    /** {@return the continuation of the branch that the action takes} */
    abstract T taken(T choice);

    /** Whether the action is possible, here or behind others; fuel is paid for each level. */
    final boolean canStep(T root, int fuel) {
        Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> level = List.of(root);
        for (int left = Math.min(fuel, places(root)); left > 0 && !level.isEmpty(); left--) {
            List<T> below = new ArrayList<>();
            for (T node : level) {
                if (!seen.add(node)) {
                    continue;
                }
                if (node instanceof Binding) {
                    below.add(unfolded(node));
                } else if (node instanceof Choosing) {
                    switch (reply(node)) {
                        case HEAD -> {
                            return true;
                        }
                        case PASS -> {
                            for (int i = 0; i < node.arity(); i++) {
                                below.add(node.child(i));
                            }
                        }
                        case BLOCK -> {}
                    }
                }
            }
            level = below;
        }
        return false;
    }

    /** A type after its step, and how much fuel the step needed. */
    private record Stepped<T>(T type, int fuel) {}

    /** A place whose branches have to step first. */
    private final class Open implements Fold.Results<T> {
        final T node;
        final T below;
        final List<Stepped<T>> done = new ArrayList<>();

        Open(T node) {
            this.node = node;
            this.below = node instanceof Binding ? unfolded(node) : node;
        }

        int wanted() {
            return node instanceof Binding ? 1 : below.arity();
        }

        T next() {
            return node instanceof Binding ? below : below.child(done.size());
        }

        Stepped<T> result() {
            int fuel = 1;
            for (Stepped<T> one : done) {
                fuel = Math.max(fuel, 1 + one.fuel());
            }
            return new Stepped<>(node instanceof Binding ? done.getFirst().type() : below.withChildren(this), fuel);
        }

        @Override
        public int size() {
            return done.size();
        }

        @Override
        public T get(int index) {
            return done.get(index).type();
        }
    }

    /** {@return the type after the action; every branch on the way has to make it} */
    final Optional<T> step(T root, int fuel) {
        int levels = Math.min(fuel, places(root));
        Map<T, Stepped<T>> known = new IdentityHashMap<>();
        Set<T> path = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Open> open = new ArrayDeque<>();
        T node = root;
        while (true) {
            if (open.size() >= levels) {
                return Optional.empty();
            }
            Stepped<T> result = known.get(node);
            if (result == null) {
                boolean head = node instanceof Choosing && reply(node) == Reply.HEAD;
                if (head) {
                    result = new Stepped<>(taken(node), 1);
                } else if (!goesOn(node) || !path.add(node)) {
                    return Optional.empty();
                }
            }
            if (result == null) {
                open.push(new Open(node));
            } else {
                known.put(node, result);
                if (open.size() + result.fuel() > levels) {
                    return Optional.empty();
                }
                if (open.isEmpty()) {
                    return Optional.of(result.type());
                }
                open.peek().done.add(result);
                while (open.peek().done.size() == open.peek().wanted()) {
                    Open finished = open.pop();
                    path.remove(finished.node);
                    Stepped<T> stepped = finished.result();
                    known.put(finished.node, stepped);
                    if (open.isEmpty()) {
                        return Optional.of(stepped.type());
                    }
                    open.peek().done.add(stepped);
                }
            }
            node = open.element().next();
        }
    }

    /** A way that comes back to where it was never ends, and neither does one into a choice without branches. */
    private boolean goesOn(T node) {
        return node instanceof Binding || node instanceof Choosing && node.arity() > 0 && reply(node) == Reply.PASS;
    }

    private int places(T root) {
        return new Fold<T, Integer>() {
            @Override
            protected Integer leave(T node, Results<Integer> children) {
                int places = 1;
                for (int i = 0; i < children.size(); i++) {
                    places += children.get(i);
                }
                return places;
            }
        }.over(root);
    }

    private T unfolded(T binder) {
        return unfolded.computeIfAbsent(binder, SessionType::unfold);
    }
}
