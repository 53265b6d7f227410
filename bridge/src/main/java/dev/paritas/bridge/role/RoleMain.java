package dev.paritas.bridge.role;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Runs a program on a stack that suits the deepest documents: the reference has no limit on nesting. */
final class RoleMain {
    private static final long STACK_BYTES = 1L << 30;

    private RoleMain() {}

    /** {@return the exit code of {@code program}} */
    static int run(IntSupplier program) {
        AtomicInteger code = new AtomicInteger(1);
        Thread thread = new Thread(null, () -> code.set(program.getAsInt()), "deep", STACK_BYTES);
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
