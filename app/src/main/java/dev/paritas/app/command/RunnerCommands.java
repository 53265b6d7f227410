package dev.paritas.app.command;

import dev.paritas.bridge.implementation.RunnerCommand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code --runner} says. */
final class RunnerCommands {
    private RunnerCommands() {}

    /** @throws CommandFailure a usage error, when it is no command */
    static Optional<RunnerCommand> of(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed).map(RunnerCommand::of);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }
}
