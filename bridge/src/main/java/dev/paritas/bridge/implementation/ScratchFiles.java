package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.Scratch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A temporary directory for the files of one request; closing it removes everything in it. */
final class ScratchFiles implements AutoCloseable {
    private final Path directory;

    /** @param environment names the parent directory in {@code TMPDIR}, if anywhere */
    ScratchFiles(Map<String, String> environment) throws IOException {
        this.directory = Scratch.folder(Scratch.parent(Optional.ofNullable(environment.get("TMPDIR"))));
    }

    /** {@return the path of a new file with {@code text} in it} */
    String write(String name, String text) throws IOException {
        return Scratch.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void close() throws IOException {
        Scratch.remove(directory);
    }
}
