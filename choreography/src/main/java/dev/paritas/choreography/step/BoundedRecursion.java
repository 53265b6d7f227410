package dev.paritas.choreography.step;

import dev.paritas.choreography.type.Fold;
import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Local types whose recursion is cut short (spec 11 §12). Each rule walks down with what it has counted so far. */
public final class BoundedRecursion {
    private BoundedRecursion() {}

    /** {@return {@code type} with the binders nested {@code fuel} deep and all below {@code fuel} 0 as end} */
    public static LocalType fuel(LocalType type, int fuel) {
        return new Walk<Integer>() {
            @Override
            Here<Integer> at(Here<Integer> here) {
                return here.context() <= 0 ? here.end() : here;
            }

            @Override
            Integer below(LocalType node, int child, Integer left) {
                return node instanceof LocalType.Mu ? left - 1 : left;
            }
        }.over(type, fuel);
    }

    /** {@return {@code type} with the choice of this number on each path as end; the first has number 1, none has 0} */
    public static LocalType yieldAfter(LocalType type, int choices) {
        return new Walk<Integer>() {
            @Override
            Here<Integer> at(Here<Integer> here) {
                boolean last = here.node() instanceof LocalType.Choice && here.context() + 1 == choices;
                return last ? here.end() : here;
            }

            @Override
            Integer below(LocalType node, int child, Integer count) {
                return node instanceof LocalType.Choice ? count + 1 : count;
            }
        }.over(type, 0);
    }

    /** {@return {@code type} with an end behind the second branch of this label on each path} */
    public static LocalType yieldWhen(LocalType type, String label) {
        return new Walk<Integer>() {
            @Override
            Here<Integer> at(Here<Integer> here) {
                return here.context() >= 2 ? here.end() : here;
            }

            @Override
            Integer below(LocalType node, int child, Integer seen) {
                boolean named = node instanceof LocalType.Choice choice
                        && choice.branches().get(child).label().name().equals(label);
                return named ? seen + 1 : seen;
            }
        }.over(type, 0);
    }

    /** The binders above a place, by the places of their bodies. */
    private record Scope(
            String var, LocalType body, @Nullable Scope outer) {}

    private record Unrolled(int depth, @Nullable Scope scope) {}

    /**
     * {@return {@code type} without recursion: entering a binder and using a variable cost 1 each, and at {@code depth}
     * everything is end, as is an unbound variable. The result can grow exponentially with {@code depth}}
     */
    public static LocalType unfoldBounded(LocalType type, int depth) {
        return new Walk<Unrolled>() {
            @Override
            Here<Unrolled> at(Here<Unrolled> start) {
                Here<Unrolled> here = start;
                while (here.context().depth() < depth) {
                    int next = here.context().depth() + 1;
                    switch (here.node()) {
                        case LocalType.Mu(String var, LocalType body) ->
                            here = new Here<>(
                                    body,
                                    new Unrolled(
                                            next,
                                            new Scope(var, body, here.context().scope())));
                        case LocalType.Var(String name) -> {
                            Scope binder = binder(here.context().scope(), name);
                            if (binder == null) {
                                return here.end();
                            }
                            here = new Here<>(binder.body(), new Unrolled(next, binder));
                        }
                        case LocalType.Choice ignored -> {
                            return here;
                        }
                        case LocalType.End ignored -> {
                            return here;
                        }
                    }
                }
                return here.end();
            }

            @Override
            Unrolled below(LocalType node, int child, Unrolled context) {
                return context;
            }
        }.over(type, new Unrolled(0, null));
    }

    private static @Nullable Scope binder(@Nullable Scope scope, String name) {
        Scope here = scope;
        while (here != null && !here.var().equals(name)) {
            here = here.outer();
        }
        return here;
    }

    /** A node on the way down with its context. */
    private record Here<C>(LocalType node, C context) {
        Here<C> end() {
            return new Here<>(LocalType.END, context);
        }
    }

    /** A rewriting from the top, its stack on the heap. */
    private abstract static class Walk<C> {
        /** {@return what stands in the place of this node} */
        abstract Here<C> at(Here<C> here);

        /** {@return the context of a child} */
        abstract C below(LocalType node, int child, C context);

        private final class Open implements Fold.Results<LocalType> {
            final Here<C> here;
            final LocalType[] done;
            int filled;

            Open(Here<C> here) {
                this.here = here;
                this.done = new LocalType[here.node().arity()];
            }

            @Override
            public int size() {
                return filled;
            }

            @Override
            public LocalType get(int index) {
                return done[index];
            }
        }

        final LocalType over(LocalType root, C context) {
            Deque<Open> open = new ArrayDeque<>();
            open.push(new Open(at(new Here<>(root, context))));
            while (true) {
                Open top = open.element();
                if (top.filled < top.done.length) {
                    LocalType node = top.here.node();
                    C inner = below(node, top.filled, top.here.context());
                    open.push(new Open(at(new Here<>(node.child(top.filled), inner))));
                    continue;
                }
                open.pop();
                LocalType result = top.here.node().withChildren(top);
                Optional<Open> parent = Optional.ofNullable(open.peek());
                if (parent.isEmpty()) {
                    return result;
                }
                parent.get().done[parent.get().filled++] = result;
            }
        }
    }
}
