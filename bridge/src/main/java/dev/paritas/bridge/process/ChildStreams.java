package dev.paritas.bridge.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.ExecuteStreamHandler;

/**
 * The three pipes of a child. Both outputs are drained by threads of their own from the first moment, so a chatty child
 * never stalls on a full pipe.
 */
abstract class ChildStreams implements ExecuteStreamHandler {
    /** How long output may still arrive after the last process of the tree has ended. */
    static final Duration DRAIN = Duration.ofSeconds(2);

    private static final Duration HELD = Duration.ofSeconds(30);

    private final CompletableFuture<Void> exited = new CompletableFuture<>();
    private final CountDownLatch drained = new CountDownLatch(2);
    private OutputStream stdin = OutputStream.nullOutputStream();
    private InputStream stdout = InputStream.nullInputStream();
    private InputStream stderr = InputStream.nullInputStream();

    /** A reading of one of the output pipes to its end. */
    interface Drain {
        void run() throws IOException, InterruptedException;
    }

    @Override
    public final void setProcessInputStream(OutputStream stream) {
        stdin = stream;
    }

    @Override
    public final void setProcessOutputStream(InputStream stream) {
        stdout = stream;
    }

    @Override
    public final void setProcessErrorStream(InputStream stream) {
        stderr = stream;
    }

    @Override
    public final void start() {
        takeStdin(stdin); // first: whoever sees output may answer it at once
        thread("child-stdout", () -> drain(() -> drainStdout(stdout)));
        thread("child-stderr", () -> drain(() -> drainStderr(stderr)));
    }

    /** The child has ended; its pipes stay open until they are drained. */
    @Override
    public final void stop() {
        exited.complete(null);
        try {
            boolean ignored = drained.await(HELD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    abstract void takeStdin(OutputStream stream);

    abstract void drainStdout(InputStream stream) throws IOException, InterruptedException;

    abstract void drainStderr(InputStream stream) throws IOException;

    /** {@return completes when the child has ended} */
    final CompletableFuture<Void> exited() {
        return exited;
    }

    /** {@return whether both outputs came to their end within {@code limit}} */
    final boolean awaitDrained(Duration limit) throws InterruptedException {
        return drained.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void drain(Drain reading) {
        try {
            reading.run();
        } catch (IOException e) {
            // The pipe was closed under the reader, which is one way for a stream to end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            drained.countDown();
        }
    }
}
