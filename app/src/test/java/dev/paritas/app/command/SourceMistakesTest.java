package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command shows of a source's mistakes: one line for scripts, and below it the place, the line and a caret. */
class SourceMistakesTest {
    private static final String LOSING =
            "protocol P =\n  roles A, B\n  loop repeat 2\n    A -> B : m\n  B -> A : lost\n";

    @TempDir
    Path folder;

    private Path file(String source) throws IOException {
        return Files.writeString(folder.resolve("p.tell"), source);
    }

    @Test
    void every_mistake_is_shown_with_its_line() throws IOException {
        Path file = file("protocol P =\n  roles Ann, Bob\n  Ann -> Bbo : m\n  Zoe -> Bob : n\n");

        Ran ran = Ran.paritas("project", file.toString());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualTo("error: UNDEFINED_ROLE at FILE document root (line 3, column 10): Undefined role 'Bbo'\n"
                                .replace("FILE", file.toString())
                        + "  FILE:3:10\n".replace("FILE", file.toString())
                        + "      Ann -> Bbo : m\n"
                        + "             ^\n"
                        + "  did you mean 'Bob'?\n"
                        + "  FILE:4:3: UNDEFINED_ROLE: Undefined role 'Zoe'\n".replace("FILE", file.toString())
                        + "      Zoe -> Bob : n\n"
                        + "      ^\n");
    }

    @Test
    void no_control_character_of_a_source_is_printed() throws IOException {
        Path file = file("protocol P =\n  roles A, B\n  A -> B : m(\u001b[2J]\u0007) A -> Q : n(\u001b[0;x\u0007])\n");

        Ran ran = Ran.paritas("project", file.toString());

        assertThat(ran.err()).contains("Undefined role 'Q'").doesNotContain("\u001b", "\u0007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "inspect", "identity", "run", "compare", "step"})
    void lost_statements_are_a_warning_and_refused_when_strict(String command) throws IOException {
        Path file = file(LOSING);
        String at = "LOST_STATEMENT at " + file + " document root (line 5, column 3): ";

        Ran warned = command.equals("step")
                ? Ran.paritas(command, file.toString(), "--do", "1")
                : Ran.paritas(command, file.toString());
        assertThat(warned.exit()).as(warned.err()).isZero();
        assertThat(warned.err()).startsWith("warning: " + at).contains("\n      B -> A : lost\n      ^\n");

        Ran strict = command.equals("step")
                ? Ran.paritas(command, "--strict", file.toString(), "--do", "1")
                : Ran.paritas(command, "--strict", file.toString());
        assertThat(strict.exit()).isEqualTo(3);
        assertThat(strict.out()).isEmpty();
        assertThat(strict.err()).startsWith("error: " + at).contains("\n      B -> A : lost\n      ^\n");
    }

    @Test
    void a_role_that_nothing_uses_is_a_warning_even_when_strict() throws IOException {
        Path file = file("protocol P =\n  roles A, B, Ghost\n  A -> B : m\n");

        Ran ran = Ran.paritas("project", "--strict", file.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).startsWith("warning: UNUSED_ROLE at ").contains("'Ghost'");
    }

    @Test
    void branches_that_part_are_told_in_words() throws IOException {
        Path file =
                file("protocol P =\n  roles A, B, C\n  choice A at\n    | x =>\n      A -> B : x\n      B -> C : go\n"
                        + "    | y => A -> B : y\n");

        Ran ran = Ran.paritas("project", file.toString());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("error: MERGE_FAILURE at role C: cannot merge branches for role 'C': ")
                .endsWith("\n"
                        + "  A decides between 'x' and 'y' and tells B; C is not told, so it has to do the same in both\n"
                        + "  in branch 'x' C waits for 'go' from B\n"
                        + "  in branch 'y' C has nothing left to do\n"
                        + "  send C a message in both branches, from the same role, that tells which one it is\n");
        assertThat(Ran.paritas("inspect", file.toString()).out()).contains("  in branch 'x' C waits for 'go' from B\n");
    }
}
