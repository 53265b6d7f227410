package dev.paritas.bridge.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteResultHandler;

/** The Commons Exec executor of one process tree: hands out the process as soon as it exists, already registered. */
final class TreeExecutor extends DefaultExecutor implements ExecuteResultHandler {
    private final ChildProcesses owner;
    private final String markerName = ProcessTree.newMarkerName();
    private final CompletableFuture<ProcessTree> started = new CompletableFuture<>();

    @SuppressWarnings("deprecation") // the builder that replaces this constructor cannot make a subclass
    TreeExecutor(ChildProcesses owner, ChildStreams streams) {
        this.owner = owner;
        setStreamHandler(streams);
        setExitValues(null); // every exit code is a result; the caller judges it
    }

    /**
     * Starts {@code command} and returns while it runs.
     *
     * @throws ChildException when it cannot be started
     */
    ProcessTree begin(ChildCommand command) {
        CommandLine line = new CommandLine(command.executable());
        command.argv().stream().skip(1).forEach(argument -> line.addArgument(argument, false));
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.put(markerName, "1");
        command.directory().ifPresent(directory -> setWorkingDirectory(directory.toFile()));
        try {
            execute(line, environment, this);
            return started.join();
        } catch (IOException e) {
            throw startFailed(e);
        } catch (CompletionException e) {
            if (e.getCause() instanceof ChildException refused) {
                throw refused;
            }
            throw startFailed(e.getCause() == null ? e : e.getCause());
        }
    }

    private static ChildException startFailed(Throwable cause) {
        return new ChildException(ChildErrorCode.CHILD_START_FAILED, String.valueOf(cause.getMessage()), "", cause);
    }

    @Override
    protected Process launch(CommandLine line, Map<String, String> environment, Path directory) throws IOException {
        try {
            ProcessTree tree = owner.register(() -> super.launch(line, environment, directory), markerName);
            started.complete(tree);
            return tree.root();
        } catch (IOException | RuntimeException e) {
            started.completeExceptionally(e);
            throw e;
        } catch (Exception e) {
            started.completeExceptionally(e);
            throw new IOException(e);
        }
    }

    @Override
    protected Thread createThread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void onProcessComplete(int exitValue) {}

    /** Reached after a failed launch, and when the pipes cannot be set up. */
    @Override
    public void onProcessFailed(ExecuteException e) {
        started.completeExceptionally(e);
    }
}
