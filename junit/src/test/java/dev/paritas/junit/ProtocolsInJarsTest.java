package dev.paritas.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.bridge.InputException;
import dev.paritas.junit.ProtocolFiles.ProtocolFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** Protocols that come with a library (docs/junit.md). */
class ProtocolsInJarsTest {
    private static final String PING = "protocol Ping =\n  roles A, B\n\n  A -> B : Ping\n";

    @TempDir
    Path folder;

    private Path jar(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("protocols in a jar.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return file;
    }

    private static Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("vendor/", "");
        entries.put("vendor/ping.tell", PING);
        entries.put("vendor/damaged.tell", "protocol");
        entries.put("vendor/deeper/", "");
        entries.put("vendor/deeper/pong.tell", PING);
        entries.put("vendor/readme.txt", "none");
        return entries;
    }

    private List<ProtocolFile> matching(Path jar, String pattern) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            return new ProtocolFiles(loader, folder).matching(pattern);
        }
    }

    @Test
    void a_pattern_finds_them_in_a_jar_of_the_class_path() throws IOException {
        Path jar = jar(entries());
        assertThat(matching(jar, "vendor/p*.tell")).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("vendor/ping.tell");
            assertThat(file.read().roles()).containsExactly("A", "B");
        });
        assertThat(matching(jar, "vendor/**.tell"))
                .extracting(ProtocolFile::name)
                .containsExactly("vendor/damaged.tell", "vendor/deeper/pong.tell", "vendor/ping.tell");
        ProtocolFile damaged = matching(jar, "vendor/damaged.tell").getFirst();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(damaged::read)
                .withMessageContaining("/vendor/damaged.tell");
        Files.delete(jar);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(damaged::read)
                .withMessageContaining("protocols in a jar.jar cannot be read for vendor/damaged.tell");
    }

    @Test
    void nothing_outside_of_the_folder_is_found() throws IOException {
        Path jar = jar(entries());
        assertThatExceptionOfType(ExtensionConfigurationException.class)
                .isThrownBy(() -> matching(jar, "vendor/../vendor/none*.tell"))
                .withMessageContaining("no protocol file matches");
        Map<String, String> escaping = entries();
        escaping.put("vendor/../../outside.tell", PING);
        assertThatExceptionOfType(ExtensionConfigurationException.class)
                .isThrownBy(() -> matching(jar(escaping), "vendor/**.tell"))
                .withMessageContaining("cannot be listed");
    }

    @Test
    void more_files_than_anybody_writes_are_refused() throws IOException {
        Map<String, String> many = entries();
        for (int i = 0; i <= 10_000; i++) {
            many.put("vendor/p" + i + ".tell", "");
        }
        Path jar = jar(many);
        assertThatExceptionOfType(ExtensionConfigurationException.class)
                .isThrownBy(() -> matching(jar, "vendor/*.tell"))
                .withMessageContaining("more than 10000 protocol files");
    }

    @Test
    void there_is_a_test_for_each_of_them() throws Exception {
        Path jar = jar(entries());
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path source = Files.writeString(folder.resolve("VendorTest.java"), """
                import dev.paritas.bridge.Choreography;
                import dev.paritas.junit.ParityTest;

                class VendorTest {
                    @ParityTest("vendor/{ping,damaged}.tell")
                    void is_sound(Choreography protocol) {
                        if (!protocol.roles().contains("A")) {
                            throw new AssertionError(protocol.roles());
                        }
                    }
                }
                """);
        Compiled.into(classes, List.of(source));
        URL[] path = {classes.toUri().toURL(), jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ProtocolsInJarsTest.class.getClassLoader())) {
            TestRun run = TestRun.of(loader.loadClass("VendorTest"));
            assertThat(run.results()).containsOnlyKeys("vendor/damaged.tell", "vendor/ping.tell");
            assertThat(run.results().get("vendor/ping.tell")).isEqualTo(TestExecutionResult.successful());
            assertThat(run.failure("vendor/damaged.tell")).hasMessageContaining("damaged.tell");
        }
    }
}
