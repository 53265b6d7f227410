package dev.paritas.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Processes that must not survive: each notes its id as a line of {@code file}, which its environment names as
 * {@code PIDS}.
 */
public record NotedProcesses(Path file) {
    /** The line of a shell script that notes its process. */
    public static final String NOTE = "echo $$ >> \"$PIDS\"";

    /** {@return the ids so far, in the order of the starts} */
    public List<Long> ids() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> Long.valueOf(line.strip()))
                        .toList()
                : List.of();
    }

    /** Returns when {@code count} processes have noted themselves. */
    public void await(int count) throws IOException, InterruptedException {
        Await.until("start of " + count + " processes", Duration.ofSeconds(20), () -> ids().size() >= count);
    }

    /** Some process has run, and every one is gone, or a corpse that its new parent has yet to collect. */
    public void assertNoneLeft() throws IOException {
        assertThat(ids())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(running(id))
                        .as("process %s is still running", id)
                        .isFalse());
    }

    public static boolean running(long id) {
        try {
            String stat = Files.readString(Path.of("/proc/" + id + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }
}
