package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Executables that are found by a search from the working directory upwards, so the program runs in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the peer is a shell script")
final class FoundExecutablesTest {
    @TempDir
    private Path folder = Path.of("");

    private Path here = Path.of("");

    @BeforeEach
    void makeWorkspace() throws IOException {
        folder = folder.toRealPath();
        here = Files.createDirectories(folder.resolve("work/inner"));
    }

    private Ran paritas(Path directory, String... args) throws Exception {
        Path err = folder.resolve("stderr");
        Process process = new ProcessBuilder(Executables.java(Paritas.class, args))
                .directory(directory.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(err));
    }

    @Test
    void a_validator_that_was_found_is_named_and_one_that_was_given_is_not() throws Exception {
        Path binary =
                Files.createDirectories(folder.resolve("lean/.lake/build/bin")).resolve("telltale_validator");
        Executables.script(binary, "exit 1");
        String said = "No golden files to regenerate\n";
        assertThat(paritas(here, "golden", "regenerate"))
                .isEqualTo(new Ran(0, said, "note: the validator is " + binary + ", found around this folder\n"));
        assertThat(paritas(here, "golden", "--runner", binary.toString(), "regenerate"))
                .isEqualTo(new Ran(0, said, ""));
    }

    @Test
    void a_checkout_above_whose_executables_may_run_is_named() throws Exception {
        Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(folder.resolve("justfile"), "");
        String note = "note: executables are those of " + folder + ", found above this folder\n";
        assertThat(paritas(here, "check", "types").err()).isEqualTo(note);
        assertThat(paritas(here, "compare", "--case", "x").err()).startsWith(note);
        assertThat(paritas(folder, "check", "types").err()).isEmpty();
        assertThat(paritas(here, "check", "types", "--root", folder.toString()).err())
                .isEmpty();
    }
}
