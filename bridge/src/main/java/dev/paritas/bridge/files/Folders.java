package dev.paritas.bridge.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Folders {
    private Folders() {}

    /** Makes the new folder {@code beside} with the files of {@code change} to {@code place} in it, and flushes them all. */
    static void make(Disk disk, Path beside, FolderChange change, Path place) throws IOException {
        disk.createFolder(beside);
        for (Map.Entry<String, byte[]> file : change.written().entrySet()) {
            Path at = beside;
            for (Path name : Path.of(file.getKey()).resolveSibling("")) {
                at = at.resolve(name);
                if (!Files.isDirectory(at)) {
                    disk.createFolder(at);
                }
            }
            disk.write(beside.resolve(file.getKey()), file.getValue(), place.resolve(file.getKey()));
        }
        flush(disk, beside);
    }

    /** Inner folders first, so that no name is on the disk before what it names. */
    private static void flush(Disk disk, Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            if (Files.isDirectory(entry)) {
                flush(disk, entry);
            }
        }
        disk.flush(folder);
    }

    /** Moves what is in {@code from} to the same places in {@code to}; a folder that is missing there is moved as one. */
    static void merge(Disk disk, Path from, Path to) throws IOException {
        for (Path entry : entries(from)) {
            Path target = to.resolve(entry.getFileName());
            if (!FileName.isSafe(entry.getFileName().toString()) || Files.isSymbolicLink(entry)) {
                throw new FileSystemException(entry.toString(), null, "no change of this program's; remove it");
            }
            Links.refuse(to, target);
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(target)) {
                merge(disk, entry, target);
            } else {
                disk.move(entry, target);
            }
        }
        disk.flush(to);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
