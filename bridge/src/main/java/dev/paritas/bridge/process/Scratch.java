package dev.paritas.bridge.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files and folders that name the process that made them, so that a later one can take away what a killed one
 * left. Folders are flat: they have files in them, and no folders.
 */
public final class Scratch {
    private static final String PREFIX = "paritas-scratch-";
    private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "([0-9]{1,18})-([0-9]{1,18})-.*");

    /** Most entries of one folder that a sweep looks at, so that a start costs little whatever lies around. */
    private static final int MOST = 10_000;

    /** Two readings of one process's start differ when the clock of the machine was set in between. */
    private static final Duration CLOCK = Duration.ofSeconds(10);

    private Scratch() {}

    /** {@return where the environment wants temporary files} */
    public static Path parent(Optional<String> tmpdir) {
        return Path.of(tmpdir.filter(word -> !word.isEmpty()).orElse(System.getProperty("java.io.tmpdir")));
    }

    public static Path file(String suffix) throws IOException {
        return Files.createTempFile(prefix(), suffix);
    }

    public static Path folder(Path parent) throws IOException {
        return Files.createTempDirectory(parent, prefix());
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
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            Iterator<Path> found = entries.iterator();
            for (int seen = 0; seen < MOST && found.hasNext(); seen++) {
                Path entry = found.next();
                Matcher name = NAME.matcher(entry.getFileName().toString());
                if (name.matches() && !lives(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))) {
                    sweepAway(entry);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Leftovers are no reason not to start.
        }
    }

    private static void sweepAway(Path entry) throws IOException {
        if (!Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"))) {
            return;
        }
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

    private static boolean lives(long pid, long startMillis) {
        return ProcessHandle.of(pid)
                .map(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(Instant.ofEpochMilli(startMillis), start)
                                        .abs()
                                        .compareTo(CLOCK)
                                <= 0)
                        .orElse(true))
                .orElse(false);
    }

    private static String prefix() {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return PREFIX + self.pid() + "-" + start + "-";
    }
}
