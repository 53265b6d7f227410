package dev.paritas.bridge.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Owner of child processes: none outlives it. Closing it, or the exit of this JVM, ends the process trees that are still
 * alive. Use one per program run.
 */
public final class ChildProcesses implements AutoCloseable {
    private final Set<ProcessTree> living = new HashSet<>();
    private final Thread hook = new Thread(this::endAll, "end-child-processes");
    private boolean hooked;
    private boolean closed;

    /**
     * Starts a child, feeds it {@code stdin} and waits for its end. Whatever the outcome, no process of its tree is left.
     *
     * @return the child's result, whatever its exit code
     * @throws ChildException {@code CHILD_NOT_FOUND}, {@code CHILD_START_FAILED}, {@code CHILD_TIMEOUT},
     *     {@code CHILD_OUTPUT_TOO_LARGE}, {@code CHILD_PIPE_HELD}, {@code CHILD_INTERRUPTED} or {@code CHILD_CLOSED}
     */
    public ChildResult run(ChildCommand command, byte[] stdin, ChildLimits limits) {
        OneShotStreams streams = new OneShotStreams(stdin, limits);
        ProcessTree tree = start(command, streams);
        try {
            return streams.await(tree);
        } finally {
            end(tree, limits.killGrace());
        }
    }

    /**
     * Starts a process tree whose streams {@code streams} takes over.
     *
     * @throws ChildException when it cannot be started
     */
    ProcessTree start(ChildCommand command, ChildStreams streams) {
        requireStartable(command);
        return new TreeExecutor(this, streams).begin(command);
    }

    /** Runs {@code launch} and registers its process in one step that neither {@link #close} nor the JVM's exit can part. */
    synchronized ProcessTree register(Callable<Process> launch, String markerName) throws Exception {
        if (closed) {
            throw new ChildException(ChildErrorCode.CHILD_CLOSED, "no more children are started", "");
        }
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(hook);
            hooked = true;
        }
        ProcessTree tree = new ProcessTree(launch.call(), markerName);
        living.add(tree);
        return tree;
    }

    /** Ends what is left of {@code tree} and forgets it. */
    void end(ProcessTree tree, Duration grace) {
        tree.kill(grace);
        synchronized (this) {
            living.remove(tree);
        }
    }

    @Override
    public void close() {
        endAll();
        synchronized (this) {
            if (hooked) {
                hooked = false;
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException e) {
                    return; // the JVM is exiting, and the hook has nothing left to do
                }
            }
        }
    }

    private void endAll() {
        List<ProcessTree> trees;
        synchronized (this) {
            closed = true;
            trees = List.copyOf(living);
            living.clear();
        }
        trees.forEach(tree -> tree.kill(ChildLimits.KILL_GRACE));
    }

    private static void requireStartable(ChildCommand command) {
        if (command.directory().isPresent()
                && !Files.isDirectory(command.directory().get())) {
            throw new ChildException(
                    ChildErrorCode.CHILD_START_FAILED,
                    "working directory does not exist: " + command.directory().get(),
                    "");
        }
        if (!exists(command)) {
            throw new ChildException(
                    ChildErrorCode.CHILD_NOT_FOUND, "executable not found: " + command.executable(), "");
        }
    }

    private static boolean exists(ChildCommand command) {
        Path executable = Path.of(command.executable());
        if (executable.getNameCount() > 1 || executable.isAbsolute()) {
            return Files.exists(
                            command.directory().map(d -> d.resolve(executable)).orElse(executable))
                    || Files.exists(executable);
        }
        String path = command.environment().getOrDefault("PATH", "/usr/bin:/bin");
        for (String directory : path.split(File.pathSeparator, -1)) {
            if (Files.isRegularFile(Path.of(directory).resolve(executable))) {
                return true;
            }
        }
        return false;
    }
}
