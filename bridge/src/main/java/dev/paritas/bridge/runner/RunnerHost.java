package dev.paritas.bridge.runner;

import dev.paritas.bridge.process.ChildProcesses;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a runner client needs from the program it is part of.
 *
 * @param children owner of the processes it starts
 * @param moduleDirectory where the search for the Lean workspace begins
 * @param environment variables for the children, and for the timeouts
 */
public record RunnerHost(ChildProcesses children, Path moduleDirectory, Map<String, String> environment) {
    public RunnerHost {
        moduleDirectory = moduleDirectory.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }
}
