package dev.paritas.choreography.step;

import dev.paritas.choreography.step.LocalAction.Direction;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.SessionType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The actions that a type can make now (spec 11 §11), each once, those nearest to its head first.
 *
 * @param <A> {@link GlobalAction} or {@link LocalAction}
 * @param untried how many actions of the type were not tried, since there were more than the asker allows
 */
public record EnabledActions<A>(List<A> actions, int untried) {
    public EnabledActions {
        actions = List.copyOf(actions);
    }

    /** {@return what {@code type} can make; trying one action takes a walk over the type, so at most {@code most} are tried} */
    public static EnabledActions<GlobalAction> of(GlobalType type, int most) {
        Set<GlobalAction> named = named(type, (node, into) -> {
            if (node instanceof GlobalType.Comm comm) {
                comm.branches()
                        .forEach(branch -> into.add(new GlobalAction(comm.sender(), comm.receiver(), branch.label())));
            }
        });
        return among(named, most, action -> GlobalSteps.step(type, action).isPresent());
    }

    /** As {@link #of(GlobalType, int)}, for one role's view. */
    public static EnabledActions<LocalAction> of(LocalType type, int most) {
        Set<LocalAction> named = named(type, (node, into) -> {
            switch (node) {
                case LocalType.Send(String partner, var branches) ->
                    branches.forEach(branch -> into.add(action(Direction.SEND, partner, branch.label())));
                case LocalType.Recv(String partner, var branches) ->
                    branches.forEach(branch -> into.add(action(Direction.RECV, partner, branch.label())));
                case LocalType.End ignored -> {}
                case LocalType.Mu ignored -> {}
                case LocalType.Var ignored -> {}
            }
        });
        return among(named, most, action -> LocalSteps.step(type, action).isPresent());
    }

    private static LocalAction action(Direction direction, String partner, Label label) {
        return new LocalAction(direction, partner, label);
    }

    private static <A> EnabledActions<A> among(Set<A> named, int most, Predicate<A> enabled) {
        return new EnabledActions<>(
                named.stream().limit(most).filter(enabled).toList(), Math.max(0, named.size() - most));
    }

    /** {@return the actions that the type names anywhere, level by level} */
    private static <T extends SessionType<T>, A> Set<A> named(T root, BiConsumer<T, Set<A>> of) {
        Set<A> found = new LinkedHashSet<>();
        Deque<T> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            T node = waiting.remove();
            of.accept(node, found);
            for (int i = 0; i < node.arity(); i++) {
                waiting.add(node.child(i));
            }
        }
        return found;
    }
}
