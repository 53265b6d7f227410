package dev.paritas.app.executable;

import dev.paritas.bridge.process.ParentWatch;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a program on a stack that suits the deepest documents: the reference has no limit on nesting. */
final class RoleMain {
    private static final long STACK_BYTES = 256L << 20;

    /** A program over its three streams. */
    @FunctionalInterface
    interface Program {
        int run(InputStream in, OutputStream out, OutputStream err);
    }

    private RoleMain() {}

    /** {@return the exit code of {@code program}, run on the process's streams, whose write errors are not swallowed} */
    static int run(Program program) {
        ParentWatch.begin(System.getenv());
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        AtomicInteger code = new AtomicInteger(1);
        Thread thread = new Thread(null, () -> code.set(program.run(in, out, err)), "deep", STACK_BYTES);
        thread.start();
        while (true) {
            try {
                thread.join();
                return code.get();
            } catch (InterruptedException e) {
                thread.interrupt();
            }
        }
    }
}
