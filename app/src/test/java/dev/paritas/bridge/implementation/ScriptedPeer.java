package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.testsupport.Executables;
import dev.paritas.testsupport.NotedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Executables made of shell lines. In a script, {@code $last} is the last argument, and every process notes its id in
 * the file {@code $PIDS}.
 */
public final class ScriptedPeer implements AutoCloseable {
    private final Path directory;
    private final NotedProcesses noted;
    private final ChildProcesses children = new ChildProcesses();
    private final Map<String, String> environment = new HashMap<>();
    private int scripts;

    public ScriptedPeer(Path directory) throws IOException {
        this.directory = directory;
        this.noted = new NotedProcesses(directory.resolve("pids"));
        Files.createDirectories(scratch());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("PIDS", noted.file().toString());
        environment.put("SEEN", directory.resolve("seen").toString());
        environment.put("TMPDIR", scratch().toString());
    }

    public ScriptedPeer set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public RunnerHost host() {
        return host(directory);
    }

    public RunnerHost host(Path moduleDirectory) {
        return new RunnerHost(children, moduleDirectory, environment);
    }

    /** {@return an executable file of its own} */
    public Path script(String... lines) throws IOException {
        return script(directory.resolve("peer" + scripts++), lines);
    }

    public Path script(Path file, String... lines) throws IOException {
        return Executables.script(file, NotedProcesses.NOTE, "for last; do :; done", String.join("\n", lines));
    }

    /** {@return shell text that writes {@code json} to the output file of a validator mode} */
    public static String output(String json) {
        return "cat > \"$last\" <<'END'\n" + json + "\nEND";
    }

    /** {@return what a script has written to {@code $SEEN}} */
    public String seen() throws IOException {
        return Files.readString(directory.resolve("seen"));
    }

    /** {@return the id of each start, as the scripts noted it} */
    public List<String> starts() throws IOException {
        return noted.ids().stream().map(String::valueOf).toList();
    }

    public void assertNothingLeft() throws IOException {
        noted.assertNoneLeft();
    }

    /** No file that a client made for a request is left. */
    public void assertNoScratchFiles() throws IOException {
        try (Stream<Path> entries = Files.list(scratch())) {
            assertThat(entries).isEmpty();
        }
    }

    private Path scratch() {
        return directory.resolve("tmp");
    }

    @Override
    public void close() {
        children.close();
    }
}
