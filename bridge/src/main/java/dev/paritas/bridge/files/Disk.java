package dev.paritas.bridge.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The steps of which a change is made; each may fail, and the program may end between any two. */
interface Disk {
    Disk REAL = new Disk() {
        @Override
        public void createFolder(Path folder) throws IOException {
            Files.createDirectory(folder);
        }

        @Override
        public void write(Path file, byte[] bytes, Path old) throws IOException {
            Set<PosixFilePermission> kept = permissions(old);
            FileAttribute<?>[] attributes = kept.isEmpty()
                    ? new FileAttribute<?>[0]
                    : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(kept)};
            Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            try (FileChannel channel = FileChannel.open(file, fresh, attributes)) {
                if (!kept.isEmpty()) {
                    // What the mask of this process took away.
                    Files.setPosixFilePermissions(file, kept);
                }
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void flush(Path folder) throws IOException {
            if (isPosix(folder)) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }
    };

    void createFolder(Path folder) throws IOException;

    /** Writes a new file and flushes it; it has the permissions of {@code old}, if there is such a file. */
    void write(Path file, byte[] bytes, Path old) throws IOException;

    /** Gives a file or folder another name in one step, in place of the file of that name. */
    void move(Path from, Path to) throws IOException;

    /** Removes a file, or an empty folder, if it is there. */
    void delete(Path file) throws IOException;

    /** Flushes the names in {@code folder}. */
    void flush(Path folder) throws IOException;

    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isPosix(file)
                ? Files.getPosixFilePermissions(file)
                : Set.of();
    }

    private static boolean isPosix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }
}
