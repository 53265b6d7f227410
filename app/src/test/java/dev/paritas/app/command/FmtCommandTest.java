package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FmtCommandTest {
    private static final String LOOSE = "protocol P =\r\n   roles A,B\r\n   A->B:M  -- one\r\n";
    private static final String LAID_OUT = "protocol P =\n  roles A, B\n  A -> B : M -- one\n";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void files_are_rewritten_and_named() throws IOException {
        Path loose = file("loose.tell", LOOSE);
        Path good = file("good.tell", LAID_OUT);
        assertThat(Ran.paritas("fmt", loose.toString(), good.toString())).isEqualTo(new Ran(0, loose + "\n", ""));
        assertThat(loose).hasContent(LAID_OUT);
        assertThat(Files.readString(good)).isEqualTo(LAID_OUT);
        assertThat(Ran.paritas("fmt", "--check", loose.toString(), good.toString()))
                .isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void a_check_writes_nothing() throws IOException {
        Path loose = file("loose.tell", LOOSE);
        assertThat(Ran.paritas("fmt", "--check", loose.toString())).isEqualTo(new Ran(1, loose + "\n", ""));
        assertThat(Files.readString(loose)).isEqualTo(LOOSE);
    }

    @Test
    void standard_input_goes_to_standard_output() {
        assertThat(Ran.withInput(LOOSE, "fmt", "-")).isEqualTo(new Ran(0, LAID_OUT, ""));
        assertThat(Ran.withInput(LOOSE, "fmt", "--check", "-")).isEqualTo(new Ran(1, "-\n", ""));
        assertThat(Ran.withInput(LAID_OUT, "fmt", "--check", "-")).isEqualTo(new Ran(0, "", ""));
        assertThat(Ran.withInput(LOOSE, "fmt", "-", "x.tell").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void nothing_is_written_when_one_source_is_refused() throws IOException {
        Path loose = file("loose.tell", LOOSE);
        Path wrong = file("wrong.tell", "protocol P =\n  roles A, B\n  A -> C : M\n");
        Ran ran = Ran.paritas("fmt", loose.toString(), wrong.toString());
        assertThat(ran.exit()).isEqualTo(ExitCode.BROKEN);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("error: UNDEFINED_ROLE at " + wrong + " ");
        assertThat(Files.readString(loose)).isEqualTo(LOOSE);
    }

    @Test
    void a_link_stays_and_its_file_is_laid_out() throws IOException {
        Path loose = file("loose.tell", LOOSE);
        Path link = Files.createSymbolicLink(folder.resolve("link.tell"), loose);
        assertThat(Ran.paritas("fmt", link.toString()).exit()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(loose)).isEqualTo(LAID_OUT);
    }
}
