package dev.paritas.choreography.monitor;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One role's local type as an automaton. Building takes time and memory in proportion to the type, whose depth may be any.
 *
 * @param start where the role begins
 * @param states all states with a message, the start's first
 */
record LocalAutomaton(LocalState start, List<LocalState> states) {
    LocalAutomaton {
        states = List.copyOf(states);
    }

    /** A binder that is open, with the state that its variable leads to as soon as that is known. */
    private static final class Scope {
        final String var;
        final @Nullable Scope outer;

        @Nullable
        LocalState head;

        Scope(String var, @Nullable Scope outer) {
            this.var = var;
            this.outer = outer;
        }
    }

    private record Pending(
            LocalState from,
            int branch,
            LocalType type,
            @Nullable Scope scope) {}

    /**
     * {@return the automaton of {@code type}}
     *
     * @param edges the place of the queue of a choice: its kind and its partner's name
     * @throws IllegalArgumentException when a recursion is unbound or unguarded
     */
    static LocalAutomaton of(LocalType type, BiFunction<LocalState.Kind, String, Integer> edges) {
        Deque<Pending> pending = new ArrayDeque<>();
        List<LocalState> states = new ArrayList<>();
        LocalState start = head(type, null, edges, states, pending);
        while (!pending.isEmpty()) {
            Pending next = pending.remove();
            next.from().lead(next.branch(), head(next.type(), next.scope(), edges, states, pending));
        }
        return new LocalAutomaton(start, states);
    }

    private static LocalState head(
            LocalType type,
            @Nullable Scope outer,
            BiFunction<LocalState.Kind, String, Integer> edges,
            List<LocalState> states,
            Deque<Pending> pending) {
        Scope scope = outer;
        LocalType node = type;
        while (node instanceof LocalType.Mu mu) {
            scope = new Scope(mu.var(), scope);
            node = mu.body();
        }
        LocalState state = switch (node) {
            case LocalType.Send send -> choice(LocalState.Kind.SEND, send, edges);
            case LocalType.Recv recv -> choice(LocalState.Kind.RECEIVE, recv, edges);
            case LocalType.End ignored -> LocalState.END;
            case LocalType.Var(String name) -> bound(scope, name);
            case LocalType.Mu ignored -> throw new IllegalStateException("a binder behind all binders");
        };
        for (Scope opened = scope; opened != null && opened != outer; opened = opened.outer) {
            opened.head = state;
        }
        if (node instanceof LocalType.Choice choice) {
            states.add(state);
            for (int i = 0; i < choice.branches().size(); i++) {
                pending.add(new Pending(state, i, choice.branches().get(i).continuation(), scope));
            }
        }
        return state;
    }

    private static LocalState choice(
            LocalState.Kind kind, LocalType.Choice choice, BiFunction<LocalState.Kind, String, Integer> edges) {
        String[] labels =
                choice.branches().stream().map(branch -> branch.label().name()).toArray(String[]::new);
        return new LocalState(kind, choice.partner(), edges.apply(kind, choice.partner()), labels);
    }

    private static LocalState bound(@Nullable Scope scope, String name) {
        Scope here = scope;
        while (here != null && !here.var.equals(name)) {
            here = here.outer;
        }
        LocalState head = here == null ? null : here.head;
        if (head == null) {
            throw new IllegalArgumentException("the recursion '" + name + "' is unbound or unguarded");
        }
        return head;
    }
}
