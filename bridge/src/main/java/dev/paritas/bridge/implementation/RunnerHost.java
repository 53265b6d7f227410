package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a runner client needs from the program it is part of.
 *
 * @param children owner of the processes it starts
 * @param moduleDirectory where the search for the Lean workspace begins
 * @param environment variables for the children, and for the timeouts
 * @param health what is known of the executables; hosts that share it give up a silent one together
 * @param traffic who sees the documents
 * @param around what stands around the executable in its command line
 */
public record RunnerHost(
        ChildProcesses children,
        Path moduleDirectory,
        Map<String, String> environment,
        RunnerHealth health,
        Traffic traffic,
        Around around) {
    /** What stands around an executable in its command line: an interpreter in front, arguments behind. */
    record Around(List<String> before, List<String> after) {
        static final Around NOTHING = new Around(List.of(), List.of());
    }

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

    /** A host whose executables are started by themselves. */
    public RunnerHost(
            ChildProcesses children,
            Path moduleDirectory,
            Map<String, String> environment,
            RunnerHealth health,
            Traffic traffic) {
        this(children, moduleDirectory, environment, health, traffic, Around.NOTHING);
    }

    /** {@return the same host, whose documents {@code eye} sees} */
    public RunnerHost seenBy(Traffic eye) {
        return new RunnerHost(children, moduleDirectory, environment, health, eye, around);
    }

    /** {@return the same host, which starts executables as {@code command} says} */
    public RunnerHost startingAs(RunnerCommand command) {
        return new RunnerHost(
                children, moduleDirectory, environment, health, traffic, new Around(command.before(), command.after()));
    }

    /** {@return the command line of an executable} */
    ChildCommand command(Path binary, List<String> arguments) {
        List<String> line = Stream.of(around.before(), List.of(binary.toString()), around.after(), arguments)
                .flatMap(List::stream)
                .toList();
        return new ChildCommand(line, environment, Optional.empty());
    }

    boolean isSeen() {
        return traffic != Traffic.UNSEEN;
    }
}
