package dev.paritas.testsupport;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a computation allocates on its thread: a bound that holds on a busy machine too. */
public final class AllocatedBytes {
    private AllocatedBytes() {}

    public static long of(Runnable computation) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        computation.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
