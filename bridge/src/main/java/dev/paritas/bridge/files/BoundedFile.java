package dev.paritas.bridge.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that somebody else wrote. A limit holds while reading: a file may grow, and a device has no size.
 */
public final class BoundedFile {
    /** For files that have no limit of their own: the largest that are published here have a few MiB. */
    public static final long MAX_BYTES = 64L << 20;

    private BoundedFile() {}

    /** {@return the bytes of {@code file}; of a longer one, {@code most} and one more, so that its reader sees that} */
    public static byte[] upTo(Path file, long most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
        }
    }

    /**
     * {@return the bytes of {@code file}}
     *
     * @throws FileSystemException when there are more than {@code most}
     */
    public static byte[] atMost(Path file, long most) throws IOException {
        byte[] bytes = upTo(file, most);
        if (bytes.length > most) {
            throw new FileSystemException(file.toString(), null, "it has more than " + most + " bytes");
        }
        return bytes;
    }
}
