package dev.paritas.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Small shell children; each line {@code pid} of a script notes the id of a process that must not survive. */
final class FakeChild {
    private final Path directory;

    FakeChild(Path directory) {
        this.directory = directory;
    }

    /** {@return a command that runs {@code lines} in {@code sh}; {@code $PIDS} names the file of noted ids} */
    ChildCommand script(String... lines) throws IOException {
        Path script = Files.createTempFile(directory, "child", ".sh");
        Files.writeString(script, "echo $$ >> \"$PIDS\"\n" + String.join("\n", lines) + "\n");
        return ChildCommand.of(environment(), "/bin/sh", script.toString());
    }

    Map<String, String> environment() {
        return Map.of("PATH", "/usr/bin:/bin", "PIDS", pids().toString());
    }

    /** Every noted process is gone, or a corpse that its new parent has yet to collect. */
    void assertNothingLeft() throws IOException {
        List<String> noted = Files.exists(pids()) ? Files.readAllLines(pids()) : List.of();
        assertThat(noted).isNotEmpty();
        assertThat(noted)
                .allSatisfy(pid -> assertThat(running(Long.parseLong(pid.strip())))
                        .as("process %s is still running", pid)
                        .isFalse());
    }

    int noted() throws IOException {
        return Files.readAllLines(pids()).size();
    }

    void awaitNoted(int count) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!(Files.exists(pids()) && noted() >= count)) {
            assertThat(System.nanoTime())
                    .as("children should have started by now")
                    .isLessThan(end);
            Thread.sleep(5);
        }
    }

    static boolean running(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    Path pids() {
        return directory.resolve("pids");
    }
}
