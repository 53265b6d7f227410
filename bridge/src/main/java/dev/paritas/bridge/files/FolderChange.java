package dev.paritas.bridge.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Several files of one folder that appear together or not at all. A new folder is made beside its place and renamed. In a
 * folder that has something, all is first kept in a {@link Journal}, which whoever opens the folder next carries out when
 * this process ends early.
 *
 * @param written content by path in the folder, with {@code /}
 * @param deleted paths of files to be removed
 */
public record FolderChange(Map<String, byte[]> written, List<String> deleted) {
    /** @throws IllegalArgumentException when a path could lead out of the folder */
    public FolderChange {
        written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        deleted = List.copyOf(deleted);
        Stream.concat(written.keySet().stream(), deleted.stream()).forEach(path -> {
            if (!FileName.isSafePath(path)) {
                throw new IllegalArgumentException("'" + path + "' cannot be the path of a file in a folder");
            }
        });
    }

    /** {@return whether readers of a folder pass over this entry of it, since it is part of a change} */
    public static boolean isPartOf(Path entry) {
        return Beside.isHidden(String.valueOf(entry.getFileName()));
    }

    /** Carries out what an ended process has begun in {@code folder}; nothing when there is no such folder. */
    public static void finish(Path folder) throws IOException {
        Journal.finish(Disk.REAL, folder);
    }

    /** Makes the change, after any that an ended process has begun. */
    public void applyTo(Path folder) throws IOException {
        applyTo(Disk.REAL, folder);
    }

    void applyTo(Disk disk, Path folder) throws IOException {
        Path place = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
        Beside.sweep(place);
        if (written.isEmpty() && deleted.isEmpty()) {
            return;
        }
        if (!isEmpty(place) || !appears(disk, place)) {
            Journal.apply(disk, place, this);
        }
    }

    /** {@return whether the folder came to its place; another process may have made one there} */
    private boolean appears(Disk disk, Path place) throws IOException {
        Path parent = place.resolveSibling("");
        Files.createDirectories(parent);
        Beside.sweep(parent);
        Path beside = Beside.in(parent);
        boolean placed = false;
        try {
            Folders.make(disk, beside, this, place);
            disk.move(beside, place);
            placed = true;
        } catch (IOException e) {
            if (isEmpty(place)) {
                throw e;
            }
        } finally {
            if (!placed) {
                Beside.remove(beside);
            }
        }
        disk.flush(parent);
        return placed;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
