package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.SessionLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Client of a runner that prints a reduced bundle (spec 52 §6, §7). Failures are {@link ParityRunnerException}s. */
public final class ParityBundleRunner<T> implements AutoCloseable {
    private static final String OPERATION = "bundle";
    private static final byte[] NO_PAYLOAD = "null".getBytes(StandardCharsets.UTF_8);

    private final ParityBundleKind<T> kind;
    private final RunnerProcess process;
    private final @Nullable ServeLink link;

    private ParityBundleRunner(ParityBundleKind<T> kind, RunnerProcess process, @Nullable ServeLink link) {
        this.kind = kind;
        this.process = process;
        this.link = link;
    }

    /** {@return the native runner of the Lean workspace around the host's module directory} */
    public static <T> Optional<ParityBundleRunner<T>> tryDiscover(ParityBundleKind<T> kind, RunnerHost host) {
        return LeanWorkspace.find(host.moduleDirectory())
                .flatMap(workspace -> workspace.bundleRunner(kind.executable()))
                .map(binary -> withBinaryPath(kind, host, binary));
    }

    /**
     * A process per request.
     *
     * @param binary an existing regular file
     * @throws ParityRunnerException {@code BinaryNotFound}
     */
    public static <T> ParityBundleRunner<T> withBinaryPath(ParityBundleKind<T> kind, RunnerHost host, Path binary) {
        return new ParityBundleRunner<>(kind, process(kind, host, binary), null);
    }

    /** As {@link #withBinaryPath}, but one serving process answers all requests if the executable offers that. */
    public static <T> ParityBundleRunner<T> serving(
            ParityBundleKind<T> kind, RunnerHost host, Path binary, SessionLimits limits) {
        RunnerProcess process = process(kind, host, binary);
        return new ParityBundleRunner<>(
                kind, process, new ServeLink(process, kind.executable(), kind.schemaVersion(), limits));
    }

    /** Our own runner, as {@code just dist} leaves it under {@code projectRoot}; serving. */
    public static <T> ParityBundleRunner<T> inDistribution(
            ParityBundleKind<T> kind, RunnerHost host, Path projectRoot) {
        return serving(
                kind, host, new Distribution(projectRoot).bundleRunner(kind.executable()), SessionLimits.DEFAULT);
    }

    /** {@return the bundle the executable prints} */
    public T bundle() {
        if (link != null) {
            Optional<T> served = link.ask(OPERATION, OPERATION, NO_PAYLOAD, kind.codec());
            if (served.isPresent()) {
                return served.get();
            }
        }
        ChildResult printed = process.run(OPERATION, List.of(), new byte[0]);
        return process.parse(OPERATION, printed.stdout(), printed.stderrText(), kind.codec());
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

    private static RunnerProcess process(ParityBundleKind<?> kind, RunnerHost host, Path binary) {
        if (!Files.isRegularFile(binary)) {
            throw new ParityRunnerException(new ParityRunnerError.BinaryNotFound(kind.executable(), binary));
        }
        return new RunnerProcess(
                host, binary.toAbsolutePath(), TimeoutVariable.LEAN, ParityRunnerException.of(kind.executable()));
    }
}
