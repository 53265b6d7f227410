package dev.paritas.app.command;

import static dev.paritas.testsupport.TypeTexts.END;
import static dev.paritas.testsupport.TypeTexts.branch;
import static dev.paritas.testsupport.TypeTexts.choice;
import static dev.paritas.testsupport.TypeTexts.loop;
import static dev.paritas.testsupport.TypeTexts.message;
import static dev.paritas.testsupport.TypeTexts.var;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run ended is told in every form, by word and by exit code. */
final class RunEndsTest {
    /** With it a choice that is told to several roles faults, as in the reference. */
    private static final String UNIT = " --payloads unit";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String type) throws IOException {
        return Files.writeString(folder.resolve("protocol.json"), type);
    }

    private Path finite() throws IOException {
        return file(message("A", "B", "ping", message("B", "A", "pong", END)));
    }

    private Path endless() throws IOException {
        return file(loop("X", message("A", "B", "ping", message("B", "A", "pong", var("X")))));
    }

    /** The plain handler answers a merged choice of P with something that is no label. */
    private Path faulting() throws IOException {
        return file(choice(
                "A",
                "B",
                branch("x", message("P", "B", "s", message("B", "P", "l", END))),
                branch("y", message("P", "B", "s", message("B", "P", "r", END)))));
    }

    private static Ran run(String words, Path file) {
        return Ran.paritas(("run " + words + " " + file).split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--dialect=r",
                "--dialect=l",
                "--json",
                "--json --dialect=l",
                "--stream",
                "--stream --dialect=l",
                "--objects"
            })
    void a_completed_run_is_quiet_and_one_that_used_up_its_steps_says_so(String form) throws IOException {
        Ran completed = run(form, finite());
        assertThat(completed.exit()).isZero();
        assertThat(completed.err()).isEmpty();
        Ran limited = run(form + " --max-steps 7", endless());
        assertThat(limited.exit()).isZero();
        assertThat(limited.err()).isEqualTo("note: step limit: the run used up its 7 steps\n");
        assertThat(run(form + " --max-steps 7 --strict", endless()).exit()).isEqualTo(1);
        assertThat(run(form + " --strict", finite()).exit()).isZero();
    }

    @Test
    void each_form_has_the_word_of_a_step_limit() throws IOException {
        assertThat(run("--max-steps 7", endless()).out()).endsWith("step limit after 7 steps\n");
        assertThat(run("--max-steps 7 --json", endless()).out()).contains("\"status\":\"step limit\"");
        assertThat(last(run("--max-steps 7 --stream", endless())).reason()).isEqualTo("step limit");
        assertThat(last(run("--max-steps 7 --stream", endless())).kind()).isEqualTo("ended");
    }

    private static TraceEvent last(Ran ran) {
        return JsonInput.read(
                ran.out().lines().reduce("", (_, line) -> line), ReadPolicy.STRICT, TraceEvent.RUNNER_CODEC);
    }

    @Test
    void a_fault_is_exit_code_1_with_its_reason_in_every_form() throws IOException {
        String reason = "coroutine 2 faulted: type violation";
        Ran text = run("--dialect=r" + UNIT, faulting());
        assertThat(text.exit()).isEqualTo(1);
        assertThat(text.out()).contains("faulted after ").contains("ended by an error: " + reason);
        Ran json = run("--json" + UNIT, faulting());
        assertThat(json.exit()).isEqualTo(1);
        RunDocument document = JsonInput.read(json.out(), ReadPolicy.STRICT, RunDocument.CODEC);
        assertThat(document.status()).isEqualTo("faulted");
        assertThat(document.error()).startsWith(reason);
        Ran stream = run("--stream" + UNIT, faulting());
        assertThat(stream.exit()).isEqualTo(1);
        assertThat(last(stream).reason()).startsWith("faulted: " + reason);
        Ran objects = run("--objects" + UNIT, faulting());
        assertThat(objects.exit()).isEqualTo(1);
        assertThat(objects.err())
                .startsWith("note: faulted after ")
                .contains(reason)
                .hasLineCount(1);
        Path kept = folder.resolve("kept.json");
        Ran written = run("-o " + kept + UNIT, faulting());
        assertThat(written.exit()).isEqualTo(1);
        assertThat(kept).hasContent(json.out().strip());
    }

    @ParameterizedTest
    @CsvSource({"0,completed", "0,step limit", "1,blocked", "1,faulted"})
    void words_and_codes_are_one_table(int code, String word) {
        List<RunEnd> ends =
                List.of(new RunEnd.Completed(), new RunEnd.StepLimit(), new RunEnd.Blocked(), new RunEnd.Faulted("r"));
        RunEnd end =
                ends.stream().filter(one -> one.word().equals(word)).findFirst().orElseThrow();
        assertThat(RunEndText.exitCode(end, false)).isEqualTo(code);
        assertThat(RunEndText.of(end)).startsWith(word);
    }

    @Test
    void a_blocked_run_of_the_dialect_is_exit_code_1() throws IOException {
        Path absent = file("{\"schema_version\":\"lean_bridge.v1\",\"roles\":[\"B\"],\"global_type\":"
                + message("C", "B", "wait", END) + "}");
        Ran ran = run("--dialect=l", absent);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out()).contains("blocked after ");
        assertThat(run("--dialect=l --json", absent).out()).contains("\"status\":\"blocked\"");
    }

    @Test
    void a_run_that_does_not_end_is_cut_before_it_fills_the_memory() throws IOException {
        Ran many = run("--json --max-steps 9000000000000000000", endless());
        assertThat(many.exit()).isEqualTo(3);
        assertThat(many.out()).isEmpty();
        assertThat(many.err())
                .startsWith("error: TOO_MANY_STEPS at --max-steps: ")
                .hasLineCount(1);
        assertThat(run("--json --max-steps 9000000000000000000", finite()).exit())
                .isZero();
        assertThat(run("--json", endless()).out()).doesNotContain("agreement_states");
        for (String wrong : List.of("-1", "1e3", "x", "9223372036854775808")) {
            Ran refused = run("--max-steps=" + wrong, finite());
            assertThat(refused.exit()).as(wrong).isEqualTo(2);
            assertThat(refused.err()).startsWith("error: USAGE: ").hasLineCount(1);
        }
        assertThat(Ran.paritas("compare", "--max-steps=-1", finite().toString()).exit())
                .isEqualTo(2);
    }

    @Test
    void a_tape_that_does_not_fit_leaves_standard_output_empty() throws IOException {
        Path tape = folder.resolve("tape.json");
        assertThat(run("--record " + tape, finite()).exit()).isZero();
        for (String form : List.of("--dialect=r", "--json", "--objects")) {
            Ran ran = run(form + " --replay " + tape, endless());
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out()).as(form).isEmpty();
            assertThat(ran.err())
                    .startsWith("error: REPLAY_FAILED at the tape: ")
                    .hasLineCount(1);
        }
    }
}
