package dev.paritas.semanticobjects.json;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/** A stream that keeps the limit of the size and the encoding while a parser reads it. */
final class BoundedStream extends InputStream {
    /** Raised inside the parser's read when the stream outgrows its limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final InputStream in;
    private final Utf8Check check = new Utf8Check();
    private long left;

    BoundedStream(InputStream in, long maxBytes) {
        this.in = in;
        left = maxBytes;
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
        if (n < 0 ? !check.complete() : check.firstBad(buffer, offset, offset + n) >= 0) {
            throw new CharConversionException("bytes are not UTF-8 text");
        }
        return n;
    }
}
