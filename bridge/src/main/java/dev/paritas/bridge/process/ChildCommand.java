package dev.paritas.bridge.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to start. No shell is involved: every argument reaches the child as it stands.
 *
 * @param argv executable and arguments; the executable is a path, or a bare name looked up in {@code PATH}
 * @param environment the child's whole environment
 * @param directory working directory; empty for that of this process
 */
public record ChildCommand(List<String> argv, Map<String, String> environment, Optional<Path> directory) {
    public ChildCommand {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            throw new IllegalArgumentException("a command needs an executable");
        }
    }

    public static ChildCommand of(Map<String, String> environment, String... argv) {
        return new ChildCommand(List.of(argv), environment, Optional.empty());
    }

    public ChildCommand in(Path workingDirectory) {
        return new ChildCommand(argv, environment, Optional.of(workingDirectory));
    }

    /** {@return this command with further arguments at its end} */
    public ChildCommand with(List<String> arguments) {
        List<String> longer = new ArrayList<>(argv);
        longer.addAll(arguments);
        return new ChildCommand(longer, environment, directory);
    }

    public String executable() {
        return argv.getFirst();
    }
}
