package dev.paritas.bridge.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One file that a user names. Whoever reads it meets the old document or the new one, whenever this process ends and
 * however full the disk is.
 */
public final class WholeFile {
    private static final int MOST_LINKS = 40;

    private WholeFile() {}

    /** Writes {@code bytes}; a symbolic link stays, and the file behind it is replaced. */
    public static void write(Path file, byte[] bytes) throws IOException {
        writeAll(Map.of(file, bytes));
    }

    /** Writes files wherever they are; none is replaced before all of them are whole beside their places. */
    public static void writeAll(Map<Path, byte[]> files) throws IOException {
        writeAll(Disk.REAL, files);
    }

    static void writeAll(Disk disk, Map<Path, byte[]> files) throws IOException {
        List<Staged> staged = new ArrayList<>();
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                stage(disk, file.getKey(), file.getValue(), staged);
            }
            for (Staged one : staged) {
                one.put(disk);
            }
        } catch (IOException e) {
            staged.forEach(one -> Beside.remove(one.beside));
            throw e;
        }
    }

    private static void stage(Disk disk, Path named, byte[] bytes, List<Staged> staged) throws IOException {
        Path place = behindLinks(named);
        if (isStream(place)) {
            try (OutputStream out = Files.newOutputStream(named)) {
                out.write(bytes);
            }
            return;
        }
        if (Files.exists(place) && !Files.isWritable(place)) {
            throw new AccessDeniedException(named.toString());
        }
        Path folder = place.resolveSibling("");
        Beside.sweep(folder);
        Staged one = new Staged(named, place, Beside.in(folder));
        staged.add(one);
        try {
            disk.write(one.beside, bytes, place);
        } catch (FileSystemException e) {
            throw about(named, e);
        }
    }

    /** {@return whether there is something that is no document: a device, a pipe, a descriptor of this process} */
    private static boolean isStream(Path place) {
        return place.startsWith("/proc") || (Files.exists(place) && !Files.isRegularFile(place));
    }

    private static Path behindLinks(Path named) throws IOException {
        Path place = named.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(place) && !place.startsWith("/proc"); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(named.toString(), null, "Too many levels of symbolic links");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    /** {@return {@code problem} with the name that the user gave, and not one of ours} */
    private static FileSystemException about(Path named, FileSystemException problem) {
        return switch (problem) {
            case NoSuchFileException ignored -> new NoSuchFileException(named.toString());
            case AccessDeniedException ignored -> new AccessDeniedException(named.toString());
            default -> new FileSystemException(named.toString(), null, problem.getReason());
        };
    }

    private record Staged(Path named, Path place, Path beside) {
        void put(Disk disk) throws IOException {
            try {
                disk.move(beside, place);
                disk.flush(place.resolveSibling(""));
            } catch (FileSystemException e) {
                throw about(named, e);
            }
        }
    }
}
