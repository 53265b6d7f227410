package dev.paritas.bridge.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One incarnation of a session's child. After any failure it is of no further use and has to be ended. */
final class ServedChild {
    private final ChildProcesses owner;
    private final SessionLimits limits;
    private final LineStreams streams;
    private final ProcessTree tree;
    private final DeadlineWatch watch;

    private ServedChild(ChildProcesses owner, SessionLimits limits, LineStreams streams, ProcessTree tree) {
        this.owner = owner;
        this.limits = limits;
        this.streams = streams;
        this.tree = tree;
        this.watch = DeadlineWatch.start(() -> tree.kill(limits.killGrace()));
    }

    static ServedChild start(ChildProcesses owner, ChildCommand command, SessionLimits limits) {
        LineStreams streams = new LineStreams(limits.maxLine());
        return new ServedChild(owner, limits, streams, owner.start(command, streams));
    }

    /** {@return whether the child is there and has said nothing since its last answer} */
    boolean idle() {
        return switch (streams.pending()) {
            case null -> tree.root().isAlive();
            case LineStreams.Event.Line ignored ->
                throw failure(ChildErrorCode.CHILD_BAD_OUTPUT, "child wrote a line that nobody asked for");
            case LineStreams.Event.TooLong ignored ->
                throw failure(ChildErrorCode.CHILD_BAD_OUTPUT, "child wrote a line that nobody asked for");
            case LineStreams.Event.End ignored -> false;
        };
    }

    /** Sends one line and waits for one line. */
    byte[] ask(byte[] line, Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        watch.arm(deadline);
        try {
            streams.write(line);
        } catch (IOException e) {
            throw unwritable(deadline);
        } finally {
            watch.disarm();
        }
        return line(Duration.ofNanos(Math.max(0, end - System.nanoTime())), deadline);
    }

    byte[] openingLine() throws InterruptedException {
        return line(limits.handshake(), limits.handshake());
    }

    private byte[] line(Duration left, Duration deadline) throws InterruptedException {
        LineStreams.@Nullable Event event = streams.next(left);
        return switch (event) {
            case null -> throw timeout(deadline);
            case LineStreams.Event.Line(byte[] bytes) -> bytes;
            case LineStreams.Event.TooLong ignored ->
                throw failure(
                        ChildErrorCode.CHILD_OUTPUT_TOO_LARGE,
                        "child wrote a line of more than " + limits.maxLine() + " bytes (answer_bytes)");
            case LineStreams.Event.End ignored -> throw ended();
        };
    }

    /** Closes stdin, gives the child a moment to end by itself, and ends its tree. */
    void close() {
        if (tree.root().isAlive()) {
            streams.closeStdin();
            awaitExit();
        }
        abort();
    }

    /** Ends the tree at once. */
    void abort() {
        kill();
        watch.close();
        streams.abandon();
    }

    /** Ends the tree; {@return the end of its stderr, when that comes to an end in a moment} */
    String lastWords() {
        abort();
        awaitLastWords();
        return streams.stderrTail();
    }

    String stderrTail() {
        return streams.stderrTail();
    }

    /** Ends the tree while another thread waits for an answer; that thread gets an error. */
    void kill() {
        owner.end(tree, limits.killGrace());
    }

    private boolean awaitExit() {
        try {
            streams.exited().get(limits.killGrace().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void awaitLastWords() {
        try {
            boolean ignored = streams.awaitDrained(ChildStreams.DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ChildException unwritable(Duration deadline) {
        if (watch.fired()) {
            return timeout(deadline);
        }
        return awaitExit()
                ? ended()
                : failure(ChildErrorCode.CHILD_STDIN_CLOSED, "child closed stdin before it had read its request");
    }

    private ChildException timeout(Duration deadline) {
        return failure(ChildErrorCode.CHILD_TIMEOUT, "child did not answer within " + deadline.toMillis() + " ms");
    }

    /** The end of its output comes before its exit code and its last words: it is given a moment for both. */
    private ChildException ended() {
        awaitExit();
        kill();
        awaitLastWords();
        return tree.root().isAlive()
                ? failure(ChildErrorCode.CHILD_EXIT, "child closed its output while an answer was due")
                : ChildException.exit(
                        tree.root().exitValue(),
                        "child ended with exit code " + tree.root().exitValue() + " while an answer was due",
                        streams.stderrTail());
    }

    private ChildException failure(ChildErrorCode code, String message) {
        return new ChildException(code, message, streams.stderrTail());
    }

    ChildException badHandshake(RuntimeException cause) {
        return new ChildException(
                ChildErrorCode.CHILD_BAD_HANDSHAKE,
                "opening line is not a handshake: " + cause.getMessage(),
                streams.stderrTail(),
                cause);
    }
}
