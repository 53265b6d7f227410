package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that takes a choreography takes it in every written form. */
class WrittenFormsTest {
    private static final Path FIXTURES = Checkout.FIXTURES.resolve("protocols");
    private static final String SOURCE = "protocol P =\n  roles A, B\n\n  A -> B : ping\n  B -> A : pong\n";

    @TempDir
    Path folder;

    private String source() throws IOException {
        return Files.writeString(folder.resolve("p.tell"), SOURCE).toString();
    }

    @Test
    void a_source_is_projected_run_and_compared() throws IOException {
        assertThat(Ran.paritas("project", source()).out()).startsWith("A  ").contains("\nB  ");
        assertThat(Ran.paritas("run", source()).out()).contains("completed after");
        Ran compared = Ran.paritas("compare", source());
        assertThat(compared.exit()).as(compared.err()).isZero();
        assertThat(compared.out()).startsWith("agree");
        assertThat(Ran.withInput(SOURCE, "project", "-").out())
                .isEqualTo(Ran.paritas("project", source()).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping_pong.json", "three_sessions.json"})
    void a_run_request_is_run_with_all_its_sessions(String name) {
        Ran ran = Ran.paritas("run", FIXTURES.resolve(name).toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines().filter(line -> line.contains("opened"))).hasSize(name.startsWith("three") ? 3 : 1);
    }

    @Test
    void a_command_that_takes_one_refuses_a_request_with_three() {
        Ran ran = Ran.paritas("project", FIXTURES.resolve("three_sessions.json").toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("error: SEVERAL_CHOREOGRAPHIES at ")
                .endsWith(" /choreographies: the request holds 3 choreographies, and this command takes one\n");
    }

    @Test
    void a_mistake_in_a_source_has_its_line() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.tell"), SOURCE + "  A -> Q : lost\n");
        Ran ran = Ran.paritas("run", file.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("error: UNDEFINED_ROLE at " + file).contains("line 6");
        assertThat(ran.err().lines()).hasSize(4).endsWith("  " + file + ":6:8", "      A -> Q : lost", "           ^");
    }
}
