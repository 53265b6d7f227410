package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Client of the heap parity runner executable (spec 40 §14). Failures are {@link HeapParityRunnerException}s. */
public final class HeapParityRunner implements AutoCloseable {
    private static final String NAME = "heap_parity_runner";
    private static final String RUN_FIXTURE = "run_fixture";

    private final RunnerProcess process;
    private final @Nullable ServeLink link;

    private HeapParityRunner(RunnerProcess process, @Nullable ServeLink link) {
        this.process = process;
        this.link = link;
    }

    /**
     * The runner of the Lean workspace around the host's module directory.
     *
     * @throws HeapParityRunnerException {@code BinaryNotFound} with the default relative path
     */
    public static HeapParityRunner discover(RunnerHost host) {
        return tryDiscover(host).orElseThrow(() -> notFound(LeanWorkspace.HEAP_RUNNER));
    }

    public static Optional<HeapParityRunner> tryDiscover(RunnerHost host) {
        return findBinary(host).map(binary -> withBinaryPath(host, binary));
    }

    /** {@return the runner that the Lean workspace around the host's module directory has built} */
    public static Optional<Path> findBinary(RunnerHost host) {
        return LeanWorkspace.find(host.moduleDirectory()).flatMap(LeanWorkspace::heapRunner);
    }

    public static boolean isAvailable(RunnerHost host) {
        return tryDiscover(host).isPresent();
    }

    /** @throws IllegalStateException with instructions, when the runner has not been built */
    public static HeapParityRunner requireAvailable(RunnerHost host) {
        return tryDiscover(host)
                .orElseThrow(() -> new IllegalStateException("Lean heap parity runner required but unavailable. "
                        + "Run `cd lean && lake build heap_parity_runner`."));
    }

    /**
     * @param binary an existing regular file; whether it can be executed shows when it is used
     * @throws HeapParityRunnerException {@code BinaryNotFound}
     */
    public static HeapParityRunner withBinaryPath(RunnerHost host, Path binary) {
        return new HeapParityRunner(process(host, binary), null);
    }

    /** As {@link #withBinaryPath}, but one serving process answers all requests if the executable offers that. */
    public static HeapParityRunner serving(RunnerHost host, Path binary, SessionLimits limits) {
        RunnerProcess process = process(host, binary);
        return new HeapParityRunner(process, new ServeLink(process, NAME, HeapParityOutput.SCHEMA_VERSION, limits));
    }

    /** Our own runner, as {@code just dist} leaves it under {@code projectRoot}; serving. */
    public static HeapParityRunner inDistribution(RunnerHost host, Path projectRoot) {
        return serving(host, new Distribution(projectRoot).heapRunner(), SessionLimits.DEFAULT);
    }

    /**
     * Runs the runner on one corpus file.
     *
     * @param fixture handed over as it is; a relative path is relative to this process's directory
     */
    public HeapParityOutput runFixture(Path fixture) {
        return link == null ? oneShot(fixture) : served(link, fixture).orElseGet(() -> oneShot(fixture));
    }

    /** {@return what the executable says of itself, or is known of it} */
    public Identity identity() {
        return link == null ? process.identity() : link.identity();
    }

    /** Ends the serving process, if there is one. */
    @Override
    public void close() {
        if (link != null) {
            link.close();
        }
    }

    private HeapParityOutput oneShot(Path fixture) {
        ChildResult printed = process.run(RUN_FIXTURE, List.of(fixture.toString()), new byte[0]);
        try {
            return JsonInput.read(printed.stdout(), RunnerProcess.ANSWER, HeapParityOutput.CODEC);
        } catch (JsonException e) {
            throw process.unreadable(e.describe(), printed.stderrText(), e);
        }
    }

    /** Empty when the file is not one JSON document, which only a process of its own can judge, or nothing serves. */
    private Optional<HeapParityOutput> served(ServeLink serving, Path fixture) {
        byte[] document;
        try {
            document = BoundedFile.atMost(fixture, RunnerProcess.ANSWER.maxBytes());
            try (JsonInput in = JsonInput.of(document, RunnerProcess.ANSWER)) {
                in.skip();
                in.expectEnd();
            }
        } catch (IOException | JsonException e) {
            return Optional.empty();
        }
        // Between the values of a document a line end is white space, and inside a text it cannot stand.
        for (int i = 0; i < document.length; i++) {
            if (document[i] == '\n' || document[i] == '\r') {
                document[i] = ' ';
            }
        }
        return serving.ask(RUN_FIXTURE, RUN_FIXTURE, document, HeapParityOutput.CODEC);
    }

    private static RunnerProcess process(RunnerHost host, Path binary) {
        if (!Files.isRegularFile(binary)) {
            throw notFound(binary);
        }
        return new RunnerProcess(host, binary.toAbsolutePath(), TimeoutVariable.LEAN, HeapParityRunnerException::of);
    }

    private static HeapParityRunnerException notFound(Path path) {
        return new HeapParityRunnerException(new HeapParityRunnerError.BinaryNotFound(path));
    }
}
