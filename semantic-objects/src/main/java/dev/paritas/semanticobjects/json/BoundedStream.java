package dev.paritas.semanticobjects.json;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A stream that keeps the limit of the size and the encoding while a parser reads it. */
final class BoundedStream extends InputStream {
    /** Raised inside the parser's read when the stream outgrows its limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Raised inside the parser's read when the stream starts with a byte order mark. */
    static final class MarkedException extends CharConversionException {
        private static final long serialVersionUID = 1L;

        private final transient Utf8Fault fault;

        MarkedException(Utf8Fault fault) {
            super(fault.sentence());
            this.fault = fault;
        }

        Utf8Fault fault() {
            return fault;
        }
    }

    private static final int MARK_BYTES = 4;

    private final InputStream in;
    private final long maxBytes;
    private final Utf8Check check = new Utf8Check();
    private long left;
    private boolean begun;

    BoundedStream(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
        left = maxBytes;
    }

    /** Lets so many bytes follow as at first. */
    void renew() {
        left = maxBytes;
    }

    /** {@return the bytes read since the start or the last {@link #renew}} */
    long taken() {
        return maxBytes - left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0 && (left -= n) < 0) {
            throw new TooLargeException();
        }
        if (n > 0 && !begun) {
            begun = true;
            refuseMark(buffer, offset, n);
        }
        if (n < 0 ? !check.complete() : check.firstBad(buffer, offset, offset + n) >= 0) {
            throw new CharConversionException("bytes are not UTF-8 text");
        }
        return n;
    }

    /** Looks further only behind a first byte that starts a mark, since more may be long in coming. */
    private void refuseMark(byte[] buffer, int offset, int n) throws IOException {
        int first = buffer[offset] & 0xff;
        if (first != 0 && first != 0xef && first < 0xfe) {
            return;
        }
        byte[] start = Arrays.copyOfRange(buffer, offset, offset + Math.min(n, MARK_BYTES));
        if (n < MARK_BYTES) {
            byte[] more = in.readNBytes(MARK_BYTES - n);
            start = Arrays.copyOf(start, n + more.length);
            System.arraycopy(more, 0, start, n, more.length);
        }
        Optional<Utf8Fault> mark = Utf8Fault.mark(start, 0, start.length);
        if (mark.isPresent()) {
            throw new MarkedException(mark.get());
        }
    }
}
