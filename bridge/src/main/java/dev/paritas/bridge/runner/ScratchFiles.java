package dev.paritas.bridge.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A temporary directory for the files of one request; closing it removes everything in it. */
final class ScratchFiles implements AutoCloseable {
    private static final String PREFIX = "paritas-runner-";

    private final Path directory;

    /** @param environment names the parent directory in {@code TMPDIR}, if anywhere */
    ScratchFiles(Map<String, String> environment) throws IOException {
        String parent = environment.get("TMPDIR");
        this.directory =
                parent == null ? Files.createTempDirectory(PREFIX) : Files.createTempDirectory(Path.of(parent), PREFIX);
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
