package dev.paritas.bridge.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A temporary directory for the files of one request; closing it removes everything in it. */
final class ScratchFiles implements AutoCloseable {
    private final Path directory;

    ScratchFiles() throws IOException {
        this.directory = Files.createTempDirectory("paritas-runner-");
    }

    /** {@return the path of a new file with {@code text} in it} */
    String write(String name, String text) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void close() throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(directory)) {
            found = walk.toList();
        }
        for (Path path : found.reversed()) {
            Files.deleteIfExists(path);
        }
    }
}
