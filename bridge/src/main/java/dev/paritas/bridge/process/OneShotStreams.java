package dev.paritas.bridge.process;

import java.io.ByteArrayOutputStream;
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
    private final Capture out;
    private final Capture err;

    /** Completed when a stream outgrew its limit, with that stream's name. */
    private final CompletableFuture<String> overflow = new CompletableFuture<>();

    private final CountDownLatch fed = new CountDownLatch(1);
    private volatile boolean inputRefused;

    OneShotStreams(byte[] input, ChildLimits limits) {
        this.input = input.clone();
        this.limits = limits;
        this.end = System.nanoTime() + limits.deadline().toNanos();
        this.out = new Capture("stdout", limits.maxStdout());
        this.err = new Capture("stderr", limits.maxStderr());
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
        return new ChildResult(exitCode, out.bytes(), err.bytes(), !inputRefused);
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
        return new ChildException(code, message, Tail.of(err.bytes()));
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
        out.read(stream);
    }

    @Override
    void drainStderr(InputStream stream) throws IOException {
        err.read(stream);
    }

    private final class Capture {
        private static final int CHUNK = 64 << 10;

        private final String name;
        private final int limit;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Capture(String name, int limit) {
            this.name = name;
            this.limit = limit;
        }

        void read(InputStream in) throws IOException {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                synchronized (this) {
                    int room = Math.min(n, limit - kept.size());
                    kept.write(chunk, 0, room);
                    if (room < n) {
                        overflow.complete(name);
                        return;
                    }
                }
            }
        }

        synchronized byte[] bytes() {
            return kept.toByteArray();
        }
    }
}
