package dev.paritas.bridge.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Temporary files and folders that name the process that made them, so that a later one can take away what a killed one
 * left. Folders are flat: they have files in them, and no folders.
 */
public final class Scratch {
    private static final OwnedName NAME = new OwnedName("paritas-scratch-");

    private Scratch() {}

    /** {@return where the environment wants temporary files} */
    public static Path parent(Optional<String> tmpdir) {
        return Path.of(tmpdir.filter(word -> !word.isEmpty()).orElse(System.getProperty("java.io.tmpdir")));
    }

    public static Path file(String suffix) throws IOException {
        return Files.createTempFile(NAME.start(), suffix);
    }

    public static Path folder(Path parent) throws IOException {
        return Files.createTempDirectory(parent, NAME.start());
    }

    /** Fills a temporary file, which nobody reads but a child process; {@return the file} */
    public static Path write(Path file, byte[] bytes) throws IOException {
        return Files.write(file, bytes);
    }

    /** Removes a folder with its files. */
    public static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /**
     * Removes what ended processes of this user left in {@code parent}. No symbolic link is followed, and what cannot be
     * removed stays.
     */
    public static void sweep(Path parent) {
        for (Path entry : NAME.leftIn(parent)) {
            try {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    remove(entry);
                } else {
                    Files.deleteIfExists(entry);
                }
            } catch (IOException e) {
                // Somebody else is at it, or a folder is in it that we did not make.
            }
        }
    }
}
