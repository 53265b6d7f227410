package dev.paritas.bridge.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files that tell the process which made them, {@code PREFIX PID-START-NUMBER}, so that a later one knows what a
 * killed one left.
 *
 * @param prefix what is before the number of the process
 */
public record OwnedName(String prefix) {
    /** Most entries of one folder that are looked at, so that a start costs little whatever lies around. */
    private static final int MOST = 10_000;

    /** Two readings of one process's start differ when the clock of the machine was set in between. */
    private static final Duration CLOCK = Duration.ofSeconds(10);

    /** {@return a name of this process that nothing has yet} */
    public String fresh() {
        return start() + Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
    }

    /** {@return the part that all names of this process have in common} */
    String start() {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return prefix + self.pid() + "-" + start + "-";
    }

    /** {@return what ended processes of this user left in {@code folder}; nothing when it cannot be read} */
    public List<Path> leftIn(Path folder) {
        List<Path> left = new ArrayList<>();
        Pattern shape = Pattern.compile(Pattern.quote(prefix) + "([0-9]{1,18})-([0-9]{1,18})-.*");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            Iterator<Path> found = entries.iterator();
            for (int seen = 0; seen < MOST && found.hasNext(); seen++) {
                Path entry = found.next();
                Matcher name = shape.matcher(entry.getFileName().toString());
                if (name.matches()
                        && !lives(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))
                        && isOurs(entry)) {
                    left.add(entry);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Leftovers are no reason not to start.
        }
        return left;
    }

    private static boolean isOurs(Path entry) throws IOException {
        return Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
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
}
