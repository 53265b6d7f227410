package dev.paritas.bridge.files;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A change of a folder, kept whole in a hidden folder inside it: the new files, and a list of those to be removed. It
 * counts from the moment when the hidden folder has its name. From then on files are only moved to their places, and
 * whoever finds the journal goes on with that. The list is locked by the process at work, so that a second one waits, and
 * takes over when the first has ended.
 */
final class Journal {
    private static final String FOLDER = ".paritas-change";
    private static final String NEW = "new";
    private static final String DELETED = "deleted";

    /** Most changes of other processes that one waits for. */
    private static final int PATIENCE = 1_000;

    private Journal() {}

    /** Makes {@code change} in {@code folder}, which is there. One at a time in this process, since locks are a process's. */
    static synchronized void apply(Disk disk, Path folder, FolderChange change) throws IOException {
        finish(disk, folder);
        refuse(folder, change);
        Path beside = Beside.in(folder);
        boolean counts = false;
        try {
            disk.createFolder(beside);
            Folders.make(disk, beside.resolve(NEW), change, folder);
            Path deleted = beside.resolve(DELETED);
            disk.write(deleted, String.join("\n", change.deleted()).getBytes(StandardCharsets.UTF_8), deleted);
            disk.flush(beside);
            try (FileChannel channel = FileChannel.open(deleted, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                place(disk, folder, beside);
                counts = true;
                disk.flush(folder);
                carryOut(disk, folder, change.deleted());
            }
        } finally {
            if (!counts) {
                Beside.remove(beside);
            }
        }
    }

    /** Carries out the change that is kept in {@code folder}, if there is one, once nobody else does. */
    static synchronized void finish(Disk disk, Path folder) throws IOException {
        Path journal = folder.resolve(FOLDER);
        Path deleted = journal.resolve(DELETED);
        for (int i = 0; Files.exists(journal, LinkOption.NOFOLLOW_LINKS); i++) {
            Links.refuse(folder, deleted);
            if (i == PATIENCE) {
                throw foreign(journal);
            }
            try (FileChannel channel = FileChannel.open(deleted, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                Object key = key(deleted);
                try (FileLock ignored = channel.lock()) {
                    if (key.equals(key(deleted))) {
                        carryOut(disk, folder, read(channel, journal));
                    }
                }
            } catch (NoSuchFileException e) {
                // Another process has carried it out.
            }
        }
    }

    /** Gives the change its name, after those of other processes. */
    private static void place(Disk disk, Path folder, Path beside) throws IOException {
        Path journal = folder.resolve(FOLDER);
        for (int i = 0; ; i++) {
            try {
                disk.move(beside, journal);
                return;
            } catch (IOException e) {
                if (i == PATIENCE || !Files.exists(journal)) {
                    throw e;
                }
                finish(disk, folder);
            }
        }
    }

    /** Goes on from wherever the one before has come to. */
    private static void carryOut(Disk disk, Path folder, List<String> deleted) throws IOException {
        Path journal = folder.resolve(FOLDER);
        Folders.merge(disk, journal.resolve(NEW), folder);
        for (String path : deleted) {
            Links.refuse(folder, folder.resolve(path));
            disk.delete(folder.resolve(path));
            Path inside = folder.resolve(path).resolveSibling("");
            if (Files.isDirectory(inside)) {
                disk.flush(inside);
            }
        }
        // Another name first: what is below the old one may be the next change already.
        Path done = Beside.in(folder);
        disk.move(journal, done);
        disk.flush(folder);
        Beside.remove(done);
    }

    /** Through the channel that is locked: closing another one of this file would unlock it. */
    private static List<String> read(FileChannel channel, Path journal) throws IOException {
        List<String> paths = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (!paths.stream().allMatch(FileName::isSafePath)) {
            throw foreign(journal);
        }
        return paths;
    }

    /** Refuses what could not be carried out: a link on the way, a file in the place of a folder, or the other way round. */
    private static void refuse(Path folder, FolderChange change) throws IOException {
        for (String path : change.written().keySet()) {
            for (Path at = folder.resolve(path).resolveSibling(""); !at.equals(folder); at = at.resolveSibling("")) {
                if (Files.exists(at) && !Files.isDirectory(at)) {
                    throw new FileSystemException(at.toString(), null, "Not a directory");
                }
            }
            refuse(folder, path);
        }
        for (String path : change.deleted()) {
            refuse(folder, path);
        }
    }

    private static void refuse(Path folder, String path) throws IOException {
        Path target = folder.resolve(path);
        Links.refuse(folder, target);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "Not a file");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
    }

    private static FileSystemException foreign(Path journal) {
        return new FileSystemException(journal.toString(), null, "no change of this program's; remove it");
    }

    private static Object key(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Object key = attributes.fileKey();
        return key == null ? attributes.creationTime() : key;
    }
}
