package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.source.WrittenChoreographies;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A choice that a role cannot follow is shown where it stands, whatever the command. */
final class UnmergeableTest {
    private static final String TWO_CHOICES = """
            protocol P =
              roles A, B, C
              choice B at
                | x =>
                  B -> A : x
                  choice A at
                    | x =>
                      A -> B : x
                      A -> C : go
                    | y => A -> B : y
                | y =>
                  B -> A : y
                  A -> C : go
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("p.tell"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "run", "run --all-branches", "compare", "conform"})
    void the_branch_is_named_by_line_and_column(String command) throws IOException {
        Path file = file(TWO_CHOICES);
        String[] words = (command + " " + file + (command.equals("conform") ? " -" : "")).split(" ");
        Ran ran = Ran.withInput("", words);
        assertThat(ran.exit()).isEqualTo(command.equals("compare") ? ExitCode.DECLINED : ExitCode.BROKEN);
        assertThat(ran.out()).isEqualTo(command.equals("compare") ? ran.out() : "");
        assertThat(ran.err().lines().map(String::strip))
                .containsSequence(
                        file + ":10:11",
                        "| y => A -> B : y",
                        "^",
                        "A decides between 'x' and 'y' and tells B; C is not told, so it has to do the same in both",
                        "in branch 'x' C waits for 'go' from A",
                        "in branch 'y' C has nothing left to do");
    }

    @Test
    void a_loop_that_a_role_decides_is_a_choice() throws IOException {
        Path file = file("protocol P =\n  roles A, B, C\n  loop decide by A\n    A -> B : again\n    B -> C : next\n");
        assertThat(Ran.paritas("run", file.toString()).err().lines().map(String::strip))
                .contains(file + ":3:3", "loop decide by A", "in branch 'Done' C has nothing left to do");
    }

    @Test
    void what_comes_from_no_source_is_told_without_a_place() {
        ChoreographyJson document = WrittenChoreographies.read(TWO_CHOICES.getBytes(StandardCharsets.UTF_8))
                .getFirst();
        Ran ran = Ran.withInput(JsonOutput.compactText(ChoreographyJson.CODEC, document), "run", "-");
        assertThat(ran.exit()).isEqualTo(ExitCode.BROKEN);
        assertThat(ran.err())
                .contains("error: REFUSED at projection: ", "C is not told")
                .doesNotContain(":10:11");
    }
}
