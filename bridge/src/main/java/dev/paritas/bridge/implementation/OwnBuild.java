package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.Sha256;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.model.machine.ModelRequest;
import dev.paritas.semanticobjects.json.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Which build of our modules this process runs. A build is told by the names, lengths and checksums of its jars, or of
 * its class files where it runs from folders: this names builds, it does not seal them.
 */
final class OwnBuild {
    /** One class of each module. */
    private static final List<Class<?>> MODULES =
            List.of(Release.class, ModelRequest.class, GlobalType.class, HeapParityOutput.class, Codec.class);

    private OwnBuild() {}

    /** {@return 64 hexadecimal digits} */
    static String digest() {
        StringBuilder listing = new StringBuilder();
        try {
            for (Class<?> module : MODULES) {
                Path place = Path.of(module.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
                if (Files.isDirectory(place)) {
                    for (Path file : classes(place)) {
                        list(place.relativize(file).toString(), file, listing);
                    }
                } else {
                    list(place.getFileName().toString(), place, listing);
                }
            }
            return Sha256.hex(listing.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a module comes from no place that can be named", e);
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private static void list(String name, Path file, StringBuilder listing) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        listing.append(name)
                .append(' ')
                .append(bytes.length)
                .append(' ')
                .append(checksum.getValue())
                .append('\n');
    }
}
