package dev.paritas.bridge.files;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Symbolic links in folders of others, which could lead anywhere. The folder itself may be behind one. */
public final class Links {
    private Links() {}

    /** @throws FileSystemException when {@code file}, or a folder between {@code folder} and it, is a link */
    public static void refuse(Path folder, Path file) throws FileSystemException {
        Path at = folder;
        for (Path name : folder.relativize(file)) {
            at = at.resolve(name);
            if (Files.isSymbolicLink(at)) {
                throw new FileSystemException(
                        at.toString(), null, at + " is a symbolic link, and those are not followed");
            }
        }
    }
}
