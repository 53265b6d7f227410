package dev.paritas.choreography.monitor;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a local type lets its role do, as numbered states. A loop leads back to a state; behind the end nothing follows.
 *
 * @param states how many there are; the role begins in state 0
 * @param ends the states in which the role has come to its end: none or one
 * @param moves all that the role may do, ascending by state, and in the order of the type within one
 */
public record RoleStates(int states, List<Integer> ends, List<Move> moves) {
    /** One message, sent or received. */
    public record Move(int from, Action action, String peer, String label, int to) {}

    public RoleStates {
        ends = List.copyOf(ends);
        moves = List.copyOf(moves);
    }

    /**
     * {@return the states of a local type of any depth}
     *
     * @throws IllegalArgumentException when a recursion is unbound or unguarded
     */
    public static RoleStates of(LocalType type) {
        LocalAutomaton automaton = LocalAutomaton.of(type, (kind, partner) -> LocalState.UNSEEN);
        Map<LocalState, Integer> numbers = new HashMap<>();
        automaton.states().forEach(state -> numbers.put(state, numbers.size()));
        List<Integer> ends = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (int from = 0; from < automaton.states().size(); from++) {
            LocalState state = automaton.states().get(from);
            for (int i = 0; i < state.branches(); i++) {
                LocalState next = state.next(i);
                int to = numbers.computeIfAbsent(next, ignored -> numbers.size());
                moves.add(new Move(
                        from,
                        state.kind == LocalState.Kind.SEND ? Action.SEND : Action.RECEIVE,
                        state.partner,
                        state.label(i),
                        to));
            }
        }
        numbers.computeIfAbsent(automaton.start(), ignored -> numbers.size());
        Integer end = numbers.get(LocalState.END);
        if (end != null) {
            ends.add(end);
        }
        return new RoleStates(numbers.size(), ends, moves);
    }
}
