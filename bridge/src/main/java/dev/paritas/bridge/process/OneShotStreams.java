package dev.paritas.bridge.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Pipes of a child that is fed once and read to the end. */
final class OneShotStreams extends ChildStreams {
    private final byte[] input;
    private final ChildLimits limits;
    private final long end;
    private final BoundedBytes out;
    private final BoundedBytes err;

    /** Completed when a stream outgrew its limit, with that stream's name and limit. */
    private final CompletableFuture<String> overflow = new CompletableFuture<>();

    private final CountDownLatch fed = new CountDownLatch(1);
    private volatile boolean inputRefused;

    OneShotStreams(byte[] input, ChildLimits limits) {
        this.input = input.clone();
        this.limits = limits;
        this.end = System.nanoTime() + limits.deadline().toNanos();
        this.out = new BoundedBytes(limits.maxStdout());
        this.err = new BoundedBytes(limits.maxStderr());
    }

    /** Waits for the child's end and what it wrote; the caller ends the tree afterwards on every path. */
    ChildResult await(ProcessTree tree) {
        try {
            return outcome(tree);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(ChildErrorCode.CHILD_INTERRUPTED, "waiting for the child was interrupted");
        }
    }

    private ChildResult outcome(ProcessTree tree) throws InterruptedException {
        if (!awaitEither(exited(), overflow)) {
            throw failure(
                    ChildErrorCode.CHILD_TIMEOUT,
                    "child did not end within " + limits.deadline().toMillis() + " ms");
        }
        requireRoom();
        // Whoever stays behind would hold the pipes open.
        tree.kill(limits.killGrace());
        if (!awaitDrained(DRAIN) || !fed.await(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw failure(ChildErrorCode.CHILD_PIPE_HELD, "a process outside the child's tree holds a pipe open");
        }
        requireRoom();
        int exitCode = tree.root().exitValue();
        return new ChildResult(exitCode, out.take(), err.take(), !inputRefused);
    }

    /** {@return whether one of the two completed before the deadline; neither ever fails} */
    private boolean awaitEither(CompletableFuture<?> first, CompletableFuture<?> second) throws InterruptedException {
        try {
            CompletableFuture.anyOf(first, second).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a completion failed that cannot", e);
        }
    }

    private void requireRoom() {
        if (overflow.isDone()) {
            throw failure(
                    ChildErrorCode.CHILD_OUTPUT_TOO_LARGE, "child wrote more than the limit to " + overflow.join());
        }
    }

    private ChildException failure(ChildErrorCode code, String message) {
        return new ChildException(code, message, err.tail());
    }

    @Override
    void takeStdin(OutputStream stream) {
        thread("child-stdin", () -> feed(stream));
    }

    private void feed(OutputStream stream) {
        try (stream) {
            stream.write(input);
        } catch (IOException e) {
            inputRefused = input.length > 0;
        } finally {
            fed.countDown();
        }
    }

    @Override
    void drainStdout(InputStream stream) throws IOException {
        if (!out.read(stream)) {
            overflow.complete("stdout, " + limits.maxStdout() + " bytes (answer_bytes)");
        }
    }

    @Override
    void drainStderr(InputStream stream) throws IOException {
        if (!err.read(stream)) {
            overflow.complete("stderr, " + limits.maxStderr() + " bytes (stderr_bytes)");
        }
    }
}
