package dev.paritas.choreography.step;

import dev.paritas.choreography.step.LocalAction.Direction;
import dev.paritas.choreography.type.LocalType;
import java.util.Optional;

/**
 * Steps of a local type (spec 11 §11). A send may overtake sends to other partners; a receive lets nothing but its own
 * messages pass.
 */
public final class LocalSteps {
    private LocalSteps() {}

    /** {@return whether {@code type} can make {@code action} within 10,000 levels} */
    public static boolean canStep(LocalType type, LocalAction action) {
        return canStep(type, action, Stepping.FUEL);
    }

    /** {@return whether {@code type} can make {@code action} within {@code fuel} levels} */
    public static boolean canStep(LocalType type, LocalAction action, int fuel) {
        return new BySide(action).canStep(type, fuel);
    }

    /** {@return the type after {@code action}; empty when a branch on the way cannot make it within 10,000 levels} */
    public static Optional<LocalType> step(LocalType type, LocalAction action) {
        return step(type, action, Stepping.FUEL);
    }

    /** {@return the type after {@code action}; empty when a branch on the way cannot make it within {@code fuel} levels} */
    public static Optional<LocalType> step(LocalType type, LocalAction action, int fuel) {
        return new BySide(action).step(type, fuel);
    }

    private static final class BySide extends Stepping<LocalType> {
        private final LocalAction action;

        BySide(LocalAction action) {
            this.action = action;
        }

        @Override
        Reply reply(LocalType node) {
            return switch (node) {
                case LocalType.Send send
                when action.direction() == Direction.SEND ->
                    !send.partner().equals(action.partner()) ? Reply.PASS : own(send);
                case LocalType.Recv recv
                when action.direction() == Direction.RECV ->
                    recv.partner().equals(action.partner()) ? own(recv) : Reply.BLOCK;
                case LocalType.Send ignored -> Reply.BLOCK;
                case LocalType.Recv ignored -> Reply.BLOCK;
                case LocalType.End ignored -> Reply.BLOCK;
                case LocalType.Mu ignored -> Reply.BLOCK;
                case LocalType.Var ignored -> Reply.BLOCK;
            };
        }

        private Reply own(LocalType.Choice choice) {
            return choice.branches().stream().anyMatch(this::matches) ? Reply.HEAD : Reply.BLOCK;
        }

        @Override
        LocalType taken(LocalType node) {
            for (int i = 0;
                    node instanceof LocalType.Choice choice
                            && i < choice.branches().size();
                    i++) {
                if (matches(choice.branches().get(i))) {
                    return choice.child(i);
                }
            }
            return node;
        }

        private boolean matches(LocalType.Branch branch) {
            return branch.label().equals(action.label());
        }
    }
}
