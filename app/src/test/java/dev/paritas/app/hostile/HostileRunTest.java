package dev.paritas.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that is counted is found when it is planted. */
class HostileRunTest {
    private static final HostileRun.Limits TIGHT = new HostileRun.Limits(60_000, 1 << 20, 100);

    private static String finding(HostileRun.Work work) {
        return finding(TIGHT, work);
    }

    private static String finding(HostileRun.Limits limits, HostileRun.Work work) {
        HostileRun run = new HostileRun("planted", limits);
        run.one(7, new byte[10], work);
        assertThatThrownBy(run::end).isInstanceOf(AssertionError.class).hasMessageContaining("planted, 1 findings");
        return run.findings().getFirst();
    }

    @Test
    void an_input_that_is_answered_is_no_finding() {
        HostileRun run = new HostileRun("sound", TIGHT);
        run.one(0, new byte[0], input -> {});
        run.end();
        assertThat(run.findings()).isEmpty();
    }

    @Test
    void an_untyped_error_is_a_finding() {
        assertThat(finding(input -> {
                    throw new IllegalStateException("planted");
                }))
                .contains("input 7 (10 bytes): java.lang.IllegalStateException: planted");
    }

    @Test
    void an_error_of_the_virtual_machine_is_a_finding() {
        assertThat(finding(input -> {
                    throw new StackOverflowError();
                }))
                .contains("StackOverflowError");
    }

    @Test
    void a_slow_input_is_a_finding() {
        HostileRun.Limits quick = new HostileRun.Limits(1, 1 << 20, 100);
        assertThat(finding(quick, input -> {
                    long end = System.nanoTime() + 3_000_000;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                }))
                .contains("took ");
    }

    @Test
    void an_input_that_eats_memory_is_a_finding() {
        assertThat(finding(input -> assertThat(new byte[2 << 20]).hasSize(2 << 20)))
                .contains("allocated ");
    }

    @Test
    void a_byte_of_input_may_allocate_more() {
        HostileRun run = new HostileRun("long", TIGHT);
        run.one(0, new byte[100_000], input -> assertThat(new byte[2 << 20]).hasSize(2 << 20));
        run.end();
        assertThat(run.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|fine||",
                "1|diverge: one||",
                "3|broken: the runner||",
                "2||error: USAGE: no|",
                "5|fine||exit code",
                "0|a\u001b[2J||control character",
                "0|'\u001b[1;32magree\u001b[0m: x'||",
                "1|'  \u001b[1;31m^\u001b[0m'||",
                "1|'\u001b[1;33m  | one\u001b[0m'||",
                "0|'x \u001b[1;32magree\u001b[0m'||control character",
                "0|'\u001b[31magree\u001b[0m'||control character",
                "0|'\u001b[1;32mmine\u001b[0m'||control character",
                "0|'\u001b[1;32magree: x'||control character",
                "0||a\u202eb|control character",
                "3||error: INTERNAL at X.java:3: a defect|INTERNAL",
                "3||error: IO at a: java.io.IOException|java.io",
                "3||'error: IO at a: b\nerror: IO at c: d'|error lines",
                "0||error: IO at a: b|exit code",
                "3|agree|error: IO at a: b|standard output beside an error",
                "3|||a reason for exit code 3",
            })
    void what_a_command_may_not_print_is_a_finding(int code, String out, String err, String finding) {
        Printed printed = new Printed(code, out == null ? "" : out, err == null ? "" : err);
        if (finding == null) {
            printed.judgeCommand();
        } else {
            assertThatThrownBy(printed::judgeCommand)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(finding);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|{}||",
                "1||uncaught exception: no|",
                "2||no|exit code",
                "1|{}|uncaught exception: no|both streams",
                "0||uncaught exception: no|standard error of a success",
                "1||uncaught exception: java.lang.IllegalStateException|java.lang",
            })
    void what_an_executable_may_not_print_is_a_finding(int code, String out, String err, String finding) {
        Printed printed = new Printed(code, out == null ? "" : out, err == null ? "" : err);
        if (finding == null) {
            printed.judgeExecutable();
        } else {
            assertThatThrownBy(printed::judgeExecutable)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(finding);
        }
    }
}
