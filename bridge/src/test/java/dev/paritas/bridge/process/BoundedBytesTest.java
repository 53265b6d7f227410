package dev.paritas.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBytesTest {
    private static final int MEBIBYTE = 1 << 20;

    /** A stream without an end. */
    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            given += length;
            return length;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void what_fits_comes_back_as_it_was(int size) throws IOException {
        byte[] given = new byte[size];
        new Random(7).nextBytes(given);
        BoundedBytes bytes = new BoundedBytes(size);
        assertThat(bytes.read(new Dribble(given))).isTrue();
        assertThat(bytes.take()).isEqualTo(given);
        assertThat(bytes.take()).as("it is not kept twice").isEmpty();
    }

    /** Gives few bytes at a time, as a pipe does. */
    private static final class Dribble extends ByteArrayInputStream {
        Dribble(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, 999));
        }
    }

    @Test
    void one_byte_too_many_is_too_many_and_the_end_is_known() throws IOException {
        BoundedBytes bytes = new BoundedBytes(10);
        assertThat(bytes.read(new ByteArrayInputStream("elevenbytes".getBytes(StandardCharsets.US_ASCII))))
                .isFalse();
        assertThat(bytes.take()).isEmpty();
        assertThat(bytes.tail()).isEqualTo("elevenbytes");
    }

    @Test
    void a_stream_without_end_costs_the_limit_once_and_is_left_there() throws IOException {
        Endless endless = new Endless();
        BoundedBytes bytes = new BoundedBytes(16 * MEBIBYTE);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThat(bytes.read(endless)).isFalse();
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(17L * MEBIBYTE);
        assertThat(endless.given).isLessThan(17L * MEBIBYTE);
    }
}
