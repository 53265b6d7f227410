package dev.paritas.bridge.process;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;

/** The moment by which a question has to be answered, and the answer read. */
public final class Deadline {
    private final Duration limit;
    private final long start = System.nanoTime();

    private Deadline(Duration limit) {
        this.limit = limit;
    }

    /** {@return the deadline that passes {@code limit} from now} */
    public static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    /** {@return the time that is left, zero once it has passed} */
    Duration left() {
        Duration left = limit.minusNanos(System.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** {@return {@code answer} as a stream that cannot be read any longer, with {@code CHILD_TIMEOUT}, once this has passed} */
    public InputStream reading(byte[] answer) {
        return new ByteArrayInputStream(answer) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                if (left().isZero()) {
                    throw new ChildException(
                            ChildErrorCode.CHILD_TIMEOUT,
                            "the answer of " + answer.length + " bytes was not read within " + limit.toMillis() + " ms",
                            "");
                }
                return super.read(buffer, offset, length);
            }
        };
    }
}
