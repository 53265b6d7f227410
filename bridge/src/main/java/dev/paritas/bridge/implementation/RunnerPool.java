package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildSession;
import dev.paritas.bridge.process.Deadline;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some serving processes of one runner, each started when the ones before it are busy. A request whose process dies is
 * asked once more, of another process; every other failure goes up, and the next request gets a process again while
 * restarts are left. For any number of threads.
 */
public final class RunnerPool implements AutoCloseable {
    /** A Lean process takes most of a gigabyte, so a machine with many cores does not get one for each. */
    private static final int MOST = 4;

    private static final int ATTEMPTS = 2;

    private final RunnerHost host;
    private final Path binary;
    private final String name;
    private final String schemaVersion;
    private final Duration deadline;
    private final int size;
    private final SessionLimits limits;
    private final Semaphore turns;
    private final AtomicLong lastId = new AtomicLong();
    private final Deque<ChildSession<ServeHandshake>> idle = new ArrayDeque<>();
    private final List<ChildSession<ServeHandshake>> sessions = new ArrayList<>();
    private boolean closed;

    private RunnerPool(
            RunnerHost host,
            Path binary,
            String name,
            String schemaVersion,
            TimeoutVariable timeout,
            int size,
            SessionLimits limits) {
        if (size < 1) {
            throw new IllegalArgumentException("a pool has at least one process");
        }
        this.host = host;
        this.binary = binary.toAbsolutePath();
        this.name = name;
        this.schemaVersion = schemaVersion;
        this.deadline = timeout.duration(host.environment());
        this.size = size;
        this.limits = timeout.bounding(limits, host.environment());
        this.turns = new Semaphore(size);
    }

    /**
     * Processes of a {@code protocol_machine_runner}.
     *
     * @param size most processes at a time
     * @param limits of each; its restarts are counted per process
     */
    public static RunnerPool machine(RunnerHost host, Path binary, int size, SessionLimits limits) {
        return new RunnerPool(
                host,
                binary,
                "protocol_machine_runner",
                BridgeVersion.CURRENT,
                TimeoutVariable.PROTOCOL_MACHINE,
                size,
                limits);
    }

    /** Processes of a {@code heap_parity_runner}; otherwise as {@link #machine}. */
    public static RunnerPool heap(RunnerHost host, Path binary, int size, SessionLimits limits) {
        return new RunnerPool(
                host,
                binary,
                "heap_parity_runner",
                HeapParityOutput.SCHEMA_VERSION,
                TimeoutVariable.LEAN,
                size,
                limits);
    }

    /** {@return one process for each core, but not more than four} */
    public static int perCore() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
    }

    /**
     * Asks one process and waits for its answer, at most as long as the runner's timeout variable says.
     *
     * @param payload one JSON document, without a line feed
     * @throws ChildException any code of {@link ChildSession#request}; at once, and with the reason of the last failure,
     *     when the host's {@link RunnerHealth} has given the executable up
     */
    public ServedReply ask(String operation, byte[] payload) {
        takeTurn();
        try {
            for (int attempt = 1; ; attempt++) {
                host.health().requireAskable(binary);
                try {
                    ServedReply reply = asked(operation, payload);
                    host.health().answered(binary);
                    return reply;
                } catch (ChildException e) {
                    host.health().failed(binary, e);
                    if (attempt == ATTEMPTS || !died(e.code())) {
                        throw e;
                    }
                }
            }
        } finally {
            turns.release();
        }
    }

    /**
     * {@return what {@code work} makes of each item, in their order; as many items at a time as there are processes}
     *
     * <p>The first failure ends the work.
     */
    public <T, R> List<R> each(List<T> items, Function<T, R> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(size)) {
            List<Future<R>> futures = items.stream()
                    .map(item -> workers.submit(() -> work.apply(item)))
                    .toList();
            List<R> results = new ArrayList<>(items.size());
            boolean done = false;
            try {
                for (Future<R> future : futures) {
                    results.add(future.get());
                }
                done = true;
            } catch (InterruptedException e) {
                throw interrupted();
            } catch (ExecutionException e) {
                throw unchecked(e.getCause());
            } finally {
                if (!done) {
                    workers.shutdownNow();
                }
            }
            return results;
        }
    }

    /**
     * {@return what the executable says of itself; starts it when nobody has yet}
     *
     * @throws ChildException when it does not start
     */
    public Identity identity() {
        host.health().requireAskable(binary);
        takeTurn();
        try {
            ChildSession<ServeHandshake> session = borrow();
            try {
                return RunnerIdentities.of(session.handshake(), binary);
            } finally {
                giveBack(session);
            }
        } finally {
            turns.release();
        }
    }

    /** Ends every process. A request in progress fails with {@code CHILD_CLOSED}. */
    @Override
    public void close() {
        List<ChildSession<ServeHandshake>> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(sessions);
            sessions.clear();
            idle.clear();
        }
        open.forEach(ChildSession::close);
    }

    private ServedReply asked(String operation, byte[] payload) {
        long id = lastId.incrementAndGet();
        ChildSession<ServeHandshake> session = borrow();
        try {
            return session.request(
                    ServeEnvelope.request(id, operation, payload), deadline, (line, end) -> reply(line, end, id));
        } finally {
            giveBack(session);
        }
    }

    private static ServedReply reply(byte[] line, Deadline end, long id) {
        try {
            ServeEnvelope<JsonValue> envelope = ServeEnvelope.read(line, end, id, JsonValue.CODEC);
            return envelope.error() == null
                    ? new ServedReply.Result(Objects.requireNonNull(envelope.result()))
                    : new ServedReply.Refused(envelope.error().message());
        } catch (JsonException e) {
            throw new ChildException(ChildErrorCode.CHILD_BAD_OUTPUT, "bad answer line: " + e.describe(), "", e);
        }
    }

    /** {@return whether the process was gone, so that the request says nothing about itself} */
    private static boolean died(ChildErrorCode code) {
        return code == ChildErrorCode.CHILD_EXIT || code == ChildErrorCode.CHILD_STDIN_CLOSED;
    }

    private void takeTurn() {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ChildSession<ServeHandshake> borrow() {
        synchronized (this) {
            requireOpen();
            ChildSession<ServeHandshake> free = idle.pollFirst();
            if (free != null) {
                return free;
            }
        }
        ChildSession<ServeHandshake> started = start();
        synchronized (this) {
            if (!closed) {
                sessions.add(started);
                return started;
            }
        }
        started.close();
        throw closedError();
    }

    private ChildSession<ServeHandshake> start() {
        try {
            return ChildSession.open(
                    host.children(),
                    new ChildCommand(List.of(binary.toString(), ServeLink.SERVE), host.environment(), Optional.empty()),
                    limits,
                    this::handshake);
        } catch (ChildException e) {
            host.health().unopened(binary, e, true);
            throw e;
        }
    }

    private synchronized void giveBack(ChildSession<ServeHandshake> session) {
        if (!closed) {
            idle.addFirst(session);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw closedError();
        }
    }

    private ServeHandshake handshake(byte[] line) {
        ServeHandshake handshake = JsonInput.read(line, ReadPolicy.PEER, ServeHandshake.CODEC);
        if (!handshake.name().equals(name) || !handshake.schemaVersions().contains(schemaVersion)) {
            throw new IllegalArgumentException("a handshake of " + handshake.name() + " for "
                    + handshake.schemaVersions() + ", not of " + name + " for " + schemaVersion);
        }
        return handshake;
    }

    private static ChildException closedError() {
        return new ChildException(ChildErrorCode.CHILD_CLOSED, "the processes are closed", "");
    }

    private static ChildException interrupted() {
        Thread.currentThread().interrupt();
        return new ChildException(ChildErrorCode.CHILD_INTERRUPTED, "waiting for a process was interrupted", "");
    }

    /** Work that takes a function throws nothing checked. */
    private static RuntimeException unchecked(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
