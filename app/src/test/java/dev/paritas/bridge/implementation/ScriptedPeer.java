package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    private final ChildProcesses children = new ChildProcesses();
    private final Map<String, String> environment = new HashMap<>();
    private int scripts;

    public ScriptedPeer(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(scratch());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("PIDS", directory.resolve("pids").toString());
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
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "#!/bin/sh\necho $$ >> \"$PIDS\"\nfor last; do :; done\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** {@return shell text that writes {@code json} to the output file of a validator mode} */
    public static String output(String json) {
        return "cat > \"$last\" <<'END'\n" + json + "\nEND";
    }

    /** {@return what a script has written to {@code $SEEN}} */
    public String seen() throws IOException {
        return Files.readString(directory.resolve("seen"));
    }

    public List<String> starts() throws IOException {
        Path pids = directory.resolve("pids");
        return Files.exists(pids) ? Files.readAllLines(pids) : List.of();
    }

    public void assertNothingLeft() throws IOException {
        assertThat(starts()).isNotEmpty().allSatisfy(pid -> {
            Path stat = Path.of("/proc/" + pid.strip() + "/stat");
            if (Files.exists(stat)) {
                assertThat(Files.readString(stat))
                        .as("process %s is still running", pid)
                        .contains(") Z ");
            }
        });
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

    public static JsonValue json(String text) {
        return JsonInput.read(text, ReadPolicy.STRICT, JsonValue.CODEC);
    }

    @Override
    public void close() {
        children.close();
    }
}
