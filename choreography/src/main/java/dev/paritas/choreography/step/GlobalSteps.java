package dev.paritas.choreography.step;

import dev.paritas.choreography.type.GlobalType;
import java.util.Optional;

/**
 * Steps of a global type (spec 11 §11). An action may overtake a communication whose receiver takes no part in it. The
 * formal model asks more: that all branches can make the step.
 */
public final class GlobalSteps {
    private GlobalSteps() {}

    /** {@return whether {@code type} can make {@code action} within 10,000 levels} */
    public static boolean canStep(GlobalType type, GlobalAction action) {
        return canStep(type, action, Stepping.FUEL);
    }

    /** {@return whether {@code type} can make {@code action} within {@code fuel} levels} */
    public static boolean canStep(GlobalType type, GlobalAction action, int fuel) {
        return new ByMessage(action).canStep(type, fuel);
    }

    /** {@return the type after {@code action}; empty when a branch on the way cannot make it within 10,000 levels} */
    public static Optional<GlobalType> step(GlobalType type, GlobalAction action) {
        return step(type, action, Stepping.FUEL);
    }

    /** {@return the type after {@code action}; empty when a branch on the way cannot make it within {@code fuel} levels} */
    public static Optional<GlobalType> step(GlobalType type, GlobalAction action, int fuel) {
        return new ByMessage(action).step(type, fuel);
    }

    private static final class ByMessage extends Stepping<GlobalType> {
        private final GlobalAction action;

        ByMessage(GlobalAction action) {
            this.action = action;
        }

        @Override
        Reply reply(GlobalType node) {
            if (!(node instanceof GlobalType.Comm comm)) {
                return Reply.BLOCK;
            }
            if (comm.sender().equals(action.sender())
                    && comm.receiver().equals(action.receiver())
                    && comm.branches().stream().anyMatch(this::matches)) {
                return Reply.HEAD;
            }
            boolean passes = !action.sender().equals(comm.receiver())
                    && !action.receiver().equals(comm.receiver());
            return passes ? Reply.PASS : Reply.BLOCK;
        }

        @Override
        GlobalType taken(GlobalType node) {
            for (int i = 0;
                    node instanceof GlobalType.Comm comm && i < comm.branches().size();
                    i++) {
                if (matches(comm.branches().get(i))) {
                    return comm.child(i);
                }
            }
            return node;
        }

        private boolean matches(GlobalType.Branch branch) {
            return branch.label().equals(action.label());
        }
    }
}
