package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.Scratch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A temporary directory for the files of one question, made with the first of them; closing it removes them all. */
public final class ScratchFiles implements AutoCloseable {
    private final Map<String, String> environment;
    private @Nullable Path directory;

    /** @param environment names the parent directory in {@code TMPDIR}, if anywhere */
    ScratchFiles(Map<String, String> environment) {
        this.environment = environment;
    }

    /** {@return a new file with {@code text} in it} */
    Path write(String name, String text) throws IOException {
        Path folder = directory;
        if (folder == null) {
            folder = Scratch.folder(Scratch.parent(Optional.ofNullable(environment.get("TMPDIR"))));
            directory = folder;
        }
        return Scratch.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (directory != null) {
            Scratch.remove(directory);
        }
    }
}
