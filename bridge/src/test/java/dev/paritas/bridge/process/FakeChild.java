package dev.paritas.bridge.process;

import dev.paritas.testsupport.NotedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Small shell children that note their ids and must not survive. */
final class FakeChild {
    private final Path directory;
    private final NotedProcesses noted;

    FakeChild(Path directory) {
        this.directory = directory;
        this.noted = new NotedProcesses(directory.resolve("pids"));
    }

    /** {@return a command that runs {@code lines} in {@code sh}; {@code $PIDS} names the file of noted ids} */
    ChildCommand script(String... lines) throws IOException {
        Path script = Files.createTempFile(directory, "child", ".sh");
        Files.writeString(script, NotedProcesses.NOTE + "\n" + String.join("\n", lines) + "\n");
        return ChildCommand.of(environment(), "/bin/sh", script.toString());
    }

    Map<String, String> environment() {
        return Map.of("PATH", "/usr/bin:/bin", "PIDS", noted.file().toString());
    }

    NotedProcesses noted() {
        return noted;
    }

    void assertNothingLeft() throws IOException {
        noted.assertNoneLeft();
    }
}
