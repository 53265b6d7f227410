package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.bridge.compare.AnswerDifference;
import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.ModelAnswer;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare --lean} with our own executable in the place of a built Lean runner. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runner is a shell script")
@DisabledIfEnvironmentVariable(
        named = "PARITAS_LEAN_RUNNERS",
        matches = ".+",
        disabledReason = "the setting of this machine would win")
class CompareWithLeanTest {
    private static final CaseInput MESSAGE =
            CaseInput.of(ChoreographyJson.of(GlobalType.comm("A", "B", "m", GlobalType.END)), 8);

    @TempDir
    Path folder;

    /** Makes our own executable say that it is what it stands for. */
    private static final String AS_LEAN = " | sed -u -e '1s/\"kind\":\"java-model\"/\"kind\":\"lean-model\"/'";

    private void runner(String filter) throws IOException {
        Path runner = folder.resolve("lean/.lake/build/bin/protocol_machine_runner");
        Executables.script(runner, Executables.javaLine(ProtocolMachineRunnerMain.class) + filter);
    }

    /** {@return the line of a folder that a fuzz run would leave} */
    private Path reproducer() throws IOException {
        ModelAnswer java = ModelAnswer.of(new DialectSide().run(MESSAGE));
        AnswerDifference difference =
                AnswerDifference.between(java, new ModelAnswer.Refused("no")).orElseThrow();
        return Reproducer.ofLeanModel(
                        MESSAGE,
                        java.outcome(),
                        new SideOutcome.Refused("load", "no"),
                        difference.report(),
                        new Reproducer.Origin(
                                "fuzz/seed-1",
                                1L,
                                "reproducers",
                                Answerer.here(ImplementationId.JAVA_MODEL),
                                Answerer.here(ImplementationId.LEAN_MODEL)))
                .writeTo(folder.resolve("reproducers"));
    }

    private Ran replay(Path reproducer) {
        return Ran.paritas("compare", "--root", folder.toString(), "--lean", "--reproduce", reproducer.toString());
    }

    @Test
    void a_difference_that_is_gone_is_agreement() throws IOException {
        runner(AS_LEAN);
        Ran ran = replay(reproducer());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("agree: reference dialect and Lean model");
    }

    @Test
    void a_link_inside_a_folder_is_not_followed() throws IOException {
        Path reproducer = reproducer();
        Path elsewhere = Files.move(reproducer.resolve("left.json"), folder.resolve("left.json"));
        Path link = Files.createSymbolicLink(reproducer.resolve("left.json"), elsewhere);
        assertThat(replay(reproducer))
                .isEqualTo(new Ran(
                        3,
                        "",
                        "error: IO at " + reproducer + ": " + link
                                + " is a symbolic link, and those are not followed\n"));
        assertThatThrownBy(this::reproducer).hasMessageContaining("is a symbolic link");
    }

    @Test
    void a_link_in_the_place_of_a_folder_is_not_followed() throws IOException {
        Path reproducer = reproducer();
        Path elsewhere = Files.move(reproducer, folder.resolve("elsewhere"));
        Files.createSymbolicLink(reproducer, elsewhere);
        assertThatThrownBy(this::reproducer).hasMessageContaining(reproducer + " is a symbolic link");
    }

    @Test
    void a_difference_that_is_still_there_is_shown() throws IOException {
        runner(AS_LEAN + " -e 's/\"kind\":\"halted\",/\"kind\":\"stopped\",/g'");
        Path reproducer = reproducer();
        assertThat(reproducer.getFileName().toString()).startsWith("lean_model-");
        Ran ran = replay(reproducer);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("first difference: answer 0 at /step_states/")
                .contains("/event/kind (unexplained)")
                .contains("  < \"halted\"")
                .contains("  > \"stopped\"");
    }

    @Test
    void agreement_with_another_implementation_is_none_with_the_model() throws IOException {
        runner("");
        Ran ran = replay(reproducer());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .startsWith("broken")
                .contains("is not the model executed by Lean: it is protocol_machine_runner 0.1.0 (java-model ");
    }

    @Test
    void a_result_that_is_no_run_is_not_compared() throws IOException {
        runner(AS_LEAN + " -e '2s/.*/{\"id\":1,\"result\":\"done\"}/'");
        Ran ran = replay(reproducer());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).startsWith("broken").contains("the result of 'run' is not an object");
    }

    @Test
    void a_request_that_was_not_taken_is_no_refusal_of_the_case() throws IOException {
        runner(AS_LEAN + " -e '2s/.*/{\"error\":{\"code\":\"BAD_JSON\",\"message\":\"offset 3\"},\"id\":1}/'");
        Ran ran = replay(reproducer());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).startsWith("broken").contains("BAD_JSON: offset 3");
    }

    @Test
    void a_runner_that_dies_is_a_broken_harness() throws IOException {
        runner(" </dev/null; echo alas >&2; exit 3");
        Ran ran = replay(reproducer());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).startsWith("broken").contains("asking Lean: ");
    }
}
