package dev.paritas.bridge.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.ChildResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code scripts/launcher.sh}, with a JDK that only tells how it was started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers are shell scripts")
final class LauncherTest {
    private static final Path SCRIPTS =
            Path.of(System.getProperty("paritas.root", "..")).resolve("scripts");

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void distribute() throws IOException {
        Files.createDirectories(home.resolve("runners"));
        Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("jdk/bin"));
        executable("runners/heap_parity_runner", Files.readString(SCRIPTS.resolve("launcher.sh")));
        Files.copy(SCRIPTS.resolve("jdk25.sh"), home.resolve("lib/jdk25.sh"));
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        executable("jdk/bin/java", "#!/bin/sh\nprintf '%s' \"${LC_ALL:-none}\"\nprintf '|%s' \"$@\"\n");
    }

    private void executable(String file, String text) throws IOException {
        Path path = Files.writeString(home.resolve(file), text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String started(Map<String, String> locale, String... arguments) {
        Map<String, String> environment = new HashMap<>(locale);
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("JAVA_HOME", home.resolve("jdk").toString());
        try (ChildProcesses children = new ChildProcesses()) {
            ChildResult result = children.run(
                    ChildCommand.of(
                                    environment,
                                    home.resolve("runners/heap_parity_runner").toString())
                            .with(List.of(arguments)),
                    new byte[0],
                    ChildLimits.within(Duration.ofSeconds(30)));
            return result.requireSuccess().stdoutText();
        }
    }

    /** Without it the virtual machine cannot open a file whose name has an umlaut. */
    @ParameterizedTest
    @CsvSource({"LANG,''", "LANG,C", "LANG,POSIX", "LC_ALL,C", "LC_ALL,POSIX", "LC_CTYPE,C"})
    void names_are_utf_8_under_the_plain_locale(String variable, String value) {
        assertThat(started(Map.of(variable, value))).startsWith("C.UTF-8|");
    }

    @Test
    void the_variable_that_counts_decides() {
        assertThat(started(Map.of("LC_CTYPE", "C", "LANG", "en_GB.UTF-8"))).startsWith("C.UTF-8|");
        assertThat(started(Map.of("LC_ALL", "C", "LC_CTYPE", "en_GB.UTF-8"))).startsWith("C.UTF-8|");
        assertThat(started(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "en_GB.UTF-8")))
                .startsWith("none|");
        assertThat(started(Map.of("LC_ALL", "de_DE.UTF-8", "LANG", "C"))).startsWith("de_DE.UTF-8|");
    }

    @Test
    void arguments_arrive_as_they_are() {
        assertThat(started(Map.of(), "a b", "", "*", "'\""))
                .endsWith("dev.paritas.bridge.role.HeapParityRunnerMain|a b||*|'\"");
    }
}
