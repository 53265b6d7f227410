package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a runner client needs from the program it is part of.
 *
 * @param children owner of the processes it starts
 * @param moduleDirectory where the search for the Lean workspace begins
 * @param environment variables for the children, and for the timeouts
 * @param health what is known of the executables; hosts that share it give up a silent one together
 * @param traffic who sees the documents
 */
public record RunnerHost(
        ChildProcesses children,
        Path moduleDirectory,
        Map<String, String> environment,
        RunnerHealth health,
        Traffic traffic) {
    /** {@return how long a question to a validator of types may take} */
    public static Duration validatorDeadline(Map<String, String> environment) {
        return TimeoutVariable.LEAN.duration(environment);
    }

    /** {@return how long a question to a runner may take at most} */
    public static Duration longestDeadline(Map<String, String> environment) {
        Duration lean = TimeoutVariable.LEAN.duration(environment);
        Duration machine = TimeoutVariable.PROTOCOL_MACHINE.duration(environment);
        return lean.compareTo(machine) > 0 ? lean : machine;
    }

    public RunnerHost {
        moduleDirectory = moduleDirectory.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** A host that knows nothing of any executable yet. */
    public RunnerHost(ChildProcesses children, Path moduleDirectory, Map<String, String> environment) {
        this(children, moduleDirectory, environment, new RunnerHealth(), Traffic.UNSEEN);
    }

    /** {@return the same host, whose documents {@code eye} sees} */
    public RunnerHost seenBy(Traffic eye) {
        return new RunnerHost(children, moduleDirectory, environment, health, eye);
    }

    boolean isSeen() {
        return traffic != Traffic.UNSEEN;
    }
}
