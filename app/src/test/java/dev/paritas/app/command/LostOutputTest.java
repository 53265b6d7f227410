package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that fails is told, and never looks like an answer. */
final class LostOutputTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder = Path.of("");

    /** A stream that takes nothing. */
    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private static Ran paritas(OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Paritas.run(
                args, new ByteArrayInputStream("{\"kind\":\"end\"}".getBytes(StandardCharsets.UTF_8)), out, err);
        return new Ran(exit, "", err.toString(StandardCharsets.UTF_8));
    }

    private Path message() throws IOException {
        Path file = folder.resolve("sample.json");
        assertThat(Ran.paritas("sample", "-o", file.toString()).exit()).isZero();
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "version --json",
                "--version",
                "--help",
                "run --help",
                "golden list --help",
                "completion",
                "manual",
                "sample",
                "export",
                "import",
                "validate",
                "golden list",
                "project FILE",
                "project --json FILE",
                "run FILE",
                "run --json FILE",
                "run --objects FILE",
                "run --stream FILE",
                "run --stream --dialect l FILE",
                "compare FILE",
                "compare --json FILE"
            })
    void every_command_notices_that_its_answer_is_lost(String words) throws IOException {
        String[] args = words.replace("FILE", message().toString()).split(" ");
        assertThat(paritas(failing("No space left on device"), args))
                .isEqualTo(new Ran(3, "", "error: IO at standard output: No space left on device\n"));
        assertThat(paritas(failing("Broken pipe"), args)).isEqualTo(new Ran(3, "", ""));
    }

    @Test
    void a_file_that_cannot_be_filled_is_named() throws IOException {
        assumeTrue(Files.isWritable(FULL));
        for (String words : new String[] {"project -o", "run -o", "run --objects -o", "run --record"}) {
            assertThat(Ran.paritas((words + " " + FULL + " " + message()).split(" ")))
                    .as(words)
                    .isEqualTo(new Ran(3, "", "error: IO at " + FULL + ": No space left on device\n"));
        }
        assertThat(Ran.paritas("sample", "-o", FULL.toString()))
                .isEqualTo(new Ran(3, "", "Error: Failed to write " + FULL + ": No space left on device\n"));
    }
}
