package dev.paritas.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake children are shell scripts")
@Timeout(300)
class ChildProcessesTest {
    private static final byte[] NO_INPUT = {};
    private static final ChildLimits ENOUGH = ChildLimits.within(Duration.ofSeconds(20));
    private static final ChildLimits SHORT = ChildLimits.within(Duration.ofMillis(300));
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path directory;

    private FakeChild fake;
    private ChildProcesses children;

    @BeforeEach
    void open() {
        fake = new FakeChild(directory);
        children = new ChildProcesses();
    }

    @AfterEach
    void close() {
        children.close();
    }

    @Test
    void a_child_is_fed_and_both_its_outputs_and_its_exit_code_are_kept() throws IOException {
        ChildResult result = children.run(
                fake.script("cat", "echo complaint >&2", "exit 3"), "given".getBytes(StandardCharsets.UTF_8), ENOUGH);
        assertThat(result.stdoutText()).isEqualTo("given");
        assertThat(result.stderrText()).isEqualTo("complaint\n");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.inputTaken()).isTrue();
    }

    @Test
    void a_failed_child_is_an_exit_error_with_the_end_of_its_stderr() throws IOException {
        ChildResult result = children.run(
                fake.script("yes filler | head -n 5000 >&2", "echo the reason >&2", "exit 9"), NO_INPUT, ENOUGH);
        ChildException error = failure(result::requireSuccess);
        assertThat(error.code()).isEqualTo(ChildErrorCode.CHILD_EXIT);
        assertThat(error.stderrTail()).endsWith("the reason\n").hasSizeLessThanOrEqualTo(8192);
    }

    @Test
    void arguments_reach_the_child_as_they_stand() throws IOException {
        List<String> odd = List.of("", "a b", "\"quoted\"", "'single'", "$HOME", "${x}", "back\\slash", "*", ";exit 1");
        Path script = Files.writeString(directory.resolve("args.sh"), "printf '%s\\n' \"$@\"\n");
        ChildCommand command =
                ChildCommand.of(fake.environment(), "sh", script.toString()).with(odd);
        assertThat(children.run(command, NO_INPUT, ENOUGH).stdoutText()).isEqualTo(String.join("\n", odd) + "\n");
    }

    @Test
    void the_environment_is_the_one_given() {
        ChildCommand command = ChildCommand.of(Map.of("ONLY", "this"), "/usr/bin/env");
        assertThat(children.run(command, NO_INPUT, ENOUGH).stdoutText().lines())
                .filteredOn(line -> !line.startsWith("PARITAS_CHILD_"))
                .containsExactly("ONLY=this");
    }

    @Test
    void the_child_runs_in_the_directory_given() throws IOException {
        ChildCommand command = ChildCommand.of(Map.of(), "/bin/pwd", "-P").in(directory);
        assertThat(children.run(command, NO_INPUT, ENOUGH).stdoutText()).isEqualTo(directory.toRealPath() + "\n");
    }

    @Test
    void a_child_ended_by_a_signal_has_the_exit_code_of_a_shell() throws IOException {
        assertThat(children.run(fake.script("kill -9 $$"), NO_INPUT, ENOUGH).exitCode())
                .isEqualTo(137);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 129, 137, 143, 192, 193, 255})
    void an_exit_code_is_the_number_that_the_child_ended_with(int code) throws IOException {
        ChildResult result = children.run(fake.script("echo why >&2", "exit " + code), NO_INPUT, ENOUGH);
        assertThat(result.exitCode()).isEqualTo(code);
        assertThat(failure(result::requireSuccess)).satisfies(failure -> {
            assertThat(failure).hasMessage("child ended with exit code " + code);
            assertThat(failure.exitCode()).hasValue(code);
            assertThat(failure.stderrLines()).containsExactly("why");
        });
    }

    @Test
    void a_silent_child_is_a_timeout() throws IOException {
        assertFails(ChildErrorCode.CHILD_TIMEOUT, fake.script("sleep 1000"), SHORT);
    }

    @Test
    void a_child_that_ignores_sigterm_is_a_timeout() throws IOException {
        assertFails(
                ChildErrorCode.CHILD_TIMEOUT,
                fake.script("trap '' TERM INT HUP", "while :; do sleep 0.05; done"),
                SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "cat /dev/zero"})
    void endless_output_on_stdout_is_cut_off(String source) throws IOException {
        assertFails(ChildErrorCode.CHILD_OUTPUT_TOO_LARGE, fake.script(source), ENOUGH.withMaxStdout(MEBIBYTE));
    }

    @Test
    void endless_output_on_stderr_is_cut_off_and_its_end_is_kept() throws IOException {
        ChildException error = assertFails(
                ChildErrorCode.CHILD_OUTPUT_TOO_LARGE, fake.script("yes again >&2"), ENOUGH.withMaxStderr(MEBIBYTE));
        assertThat(error.stderrTail()).contains("again\nagain\n").hasSizeLessThanOrEqualTo(8192);
    }

    @Test
    void output_of_exactly_the_limit_is_accepted_and_one_byte_more_is_not() throws IOException {
        ChildCommand exact = fake.script("head -c 1000 /dev/zero");
        assertThat(children.run(exact, NO_INPUT, ENOUGH.withMaxStdout(1000)).stdout())
                .hasSize(1000);
        assertFails(ChildErrorCode.CHILD_OUTPUT_TOO_LARGE, exact, ENOUGH.withMaxStdout(999));
    }

    @Test
    void a_child_that_writes_a_mebibyte_before_it_reads_does_not_stall() throws IOException {
        ChildResult result = children.run(
                fake.script("head -c 1048576 /dev/zero", "head -c 1048576 /dev/zero >&2", "wc -c >&2"),
                new byte[MEBIBYTE],
                ENOUGH);
        assertThat(result.stdout()).hasSize(MEBIBYTE);
        assertThat(result.stderrText()).endsWith("1048576\n");
    }

    @Test
    void a_child_that_closes_stdin_at_once_is_told_from_one_that_took_its_input() throws IOException {
        ChildResult result = children.run(fake.script("exec 0<&-", "sleep 0.2"), new byte[MEBIBYTE], ENOUGH);
        assertThat(result.exitCode()).isZero();
        assertThat(failure(result::requireInputTaken).code()).isEqualTo(ChildErrorCode.CHILD_STDIN_CLOSED);
    }

    @Test
    void a_child_that_closes_stdin_and_stays_is_a_timeout() throws IOException {
        ChildCommand command = fake.script("exec 0<&-", "sleep 1000");
        assertThat(failure(() -> children.run(command, new byte[MEBIBYTE], SHORT))
                        .code())
                .isEqualTo(ChildErrorCode.CHILD_TIMEOUT);
        fake.assertNothingLeft();
    }

    @Test
    void a_grandchild_that_outlives_its_parent_and_holds_the_pipes_is_ended() throws IOException {
        ChildResult result =
                children.run(fake.script("sleep 1000 &", "echo $! >> \"$PIDS\"", "echo done"), NO_INPUT, ENOUGH);
        assertThat(result.stdoutText()).isEqualTo("done\n");
        assertThat(fake.noted().ids()).hasSize(2);
        fake.assertNothingLeft();
    }

    @Test
    void a_grandchild_that_was_detached_twice_and_ignores_sigterm_is_ended() throws IOException {
        children.run(
                fake.script(
                        "( ( trap '' TERM; sleep 1000 >/dev/null 2>&1 </dev/null & echo $! >> \"$PIDS\" ) & )",
                        "while [ $(wc -l < \"$PIDS\") -lt 2 ]; do sleep 0.01; done"),
                NO_INPUT,
                ENOUGH);
        assertThat(fake.noted().ids()).hasSize(2);
        fake.assertNothingLeft();
    }

    @Test
    void a_timeout_ends_the_whole_tree() throws IOException {
        ChildCommand command = fake.script(
                "sleep 1000 & echo $! >> \"$PIDS\"", "sh -c 'echo $$ >> \"$PIDS\"; sleep 1000; true' &", "wait");
        ChildException error = assertFails(ChildErrorCode.CHILD_TIMEOUT, command, SHORT);
        assertThat(error.getMessage()).contains("300 ms");
        assertThat(fake.noted().ids()).hasSize(3);
    }

    @Test
    void what_cannot_be_started_is_told_apart() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain"), "no program");
        assertThat(startError("/nowhere/at/all", directory)).isEqualTo(ChildErrorCode.CHILD_NOT_FOUND);
        assertThat(startError("paritas-no-such-program", directory)).isEqualTo(ChildErrorCode.CHILD_NOT_FOUND);
        assertThat(startError(plain.toString(), directory)).isEqualTo(ChildErrorCode.CHILD_START_FAILED);
        assertThat(startError("/bin/sh", directory.resolve("missing"))).isEqualTo(ChildErrorCode.CHILD_START_FAILED);
    }

    @Test
    void an_interrupted_wait_ends_the_child_and_keeps_the_interrupt() throws Exception {
        ChildCommand command = fake.script("sleep 1000");
        AtomicReference<ChildErrorCode> code = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            code.set(failure(() -> children.run(command, NO_INPUT, ENOUGH)).code());
            flag.set(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        fake.noted().await(1);
        waiting.interrupt();
        waiting.join();
        assertThat(code.get()).isEqualTo(ChildErrorCode.CHILD_INTERRUPTED);
        assertThat(flag.get()).isTrue();
        fake.assertNothingLeft();
    }

    @Test
    void closing_the_owner_ends_running_children_and_refuses_new_ones() throws Exception {
        ChildCommand command = fake.script("sleep 1000");
        AtomicReference<Integer> exitCode = new AtomicReference<>();
        Thread waiting = new Thread(
                () -> exitCode.set(children.run(command, NO_INPUT, ENOUGH).exitCode()));
        waiting.start();
        fake.noted().await(1);
        children.close();
        waiting.join();
        assertThat(exitCode.get()).isEqualTo(143);
        fake.assertNothingLeft();
        assertThat(failure(() -> children.run(command, NO_INPUT, ENOUGH)).code())
                .isEqualTo(ChildErrorCode.CHILD_CLOSED);
    }

    @Test
    void no_child_outlives_a_jvm_that_exits_in_the_middle() throws Exception {
        ChildCommand command = fake.script("trap '' TERM", "sleep 1000 & echo $! >> \"$PIDS\"", "wait");
        Process jvm = new ProcessBuilder(Executables.java(
                        ExitingOwner.class,
                        command.argv().getLast(),
                        fake.noted().file().toString()))
                .inheritIO()
                .start();
        assertThat(jvm.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue()).isEqualTo(7);
        assertThat(fake.noted().ids()).hasSize(2);
        fake.assertNothingLeft();
    }

    private ChildErrorCode startError(String executable, Path workingDirectory) {
        ChildCommand command = ChildCommand.of(fake.environment(), executable).in(workingDirectory);
        return failure(() -> children.run(command, NO_INPUT, ENOUGH)).code();
    }

    private ChildException assertFails(ChildErrorCode code, ChildCommand command, ChildLimits limits)
            throws IOException {
        ChildException error = failure(() -> children.run(command, NO_INPUT, limits));
        assertThat(error.code()).isEqualTo(code);
        fake.assertNothingLeft();
        return error;
    }

    private static ChildException failure(ThrowingCallable call) {
        ChildException error = catchThrowableOfType(ChildException.class, call);
        assertThat(error).as("the call should have failed").isNotNull();
        return error;
    }
}
