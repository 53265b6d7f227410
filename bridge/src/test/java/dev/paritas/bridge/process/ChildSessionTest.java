package dev.paritas.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.testsupport.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake children are shell scripts")
@Timeout(300)
class ChildSessionTest {
    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofSeconds(20), 1 << 20, 2, Duration.ofSeconds(1));
    private static final String ECHO = "while read -r line; do echo \"got $line\"; done";

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
    void one_child_answers_many_requests() throws IOException {
        try (ChildSession<String> session = session("echo hello", ECHO)) {
            assertThat(session.handshake()).isEqualTo("hello");
            for (int i = 0; i < 200; i++) {
                assertThat(ask(session, "request " + i)).isEqualTo("got request " + i);
            }
            assertThat(fake.noted().ids()).hasSize(1);
        }
        fake.assertNothingLeft();
    }

    @Test
    void a_request_and_its_answer_may_be_longer_than_any_pipe() throws IOException {
        String half = "x".repeat(500_000);
        try (ChildSession<String> session = session("echo hello", "exec cat")) {
            assertThat(ask(session, half)).isEqualTo(half);
        }
    }

    @Test
    void a_request_with_a_line_feed_is_refused() throws IOException {
        try (ChildSession<String> session = session("echo hello", ECHO)) {
            assertThatIllegalArgumentException().isThrownBy(() -> ask(session, "two\nlines"));
        }
    }

    @Test
    void a_child_that_never_opens_is_a_timeout() throws IOException {
        SessionLimits hasty = new SessionLimits(SHORT, 1000, 0, Duration.ofMillis(100));
        ChildCommand command = fake.script("sleep 1000");
        assertThat(failure(() -> ChildSession.open(children, command, hasty, ChildSessionTest::hello))
                        .code())
                .isEqualTo(ChildErrorCode.CHILD_TIMEOUT);
        fake.assertNothingLeft();
    }

    @Test
    void garbage_instead_of_the_opening_line_is_a_bad_handshake() throws IOException {
        ChildException error = openingError("echo complaint >&2", "sleep 0.1", "echo garbage", "sleep 1000");
        assertThat(error.code()).isEqualTo(ChildErrorCode.CHILD_BAD_HANDSHAKE);
        assertThat(error.stderrTail()).isEqualTo("complaint\n");
    }

    @Test
    void a_child_that_ends_before_it_opens_is_an_exit_error() throws IOException {
        assertThat(openingError("exit 4").code()).isEqualTo(ChildErrorCode.CHILD_EXIT);
        assertThat(openingError("exit 4")).hasMessageContaining("exit code 4");
    }

    @Test
    void an_endless_opening_line_is_cut_off() throws IOException {
        assertThat(openingError("cat /dev/zero").code()).isEqualTo(ChildErrorCode.CHILD_OUTPUT_TOO_LARGE);
    }

    @Test
    void a_crash_is_an_exit_error_and_the_next_request_gets_a_new_child() throws IOException {
        try (ChildSession<String> session = session(
                "echo hello",
                "while read -r line; do [ \"$line\" = crash ] && { echo bye >&2; exit 5; }; echo \"$line\"; done")) {
            assertThat(ask(session, "a")).isEqualTo("a");
            ChildException error = failure(() -> ask(session, "crash"));
            assertThat(error.code()).isEqualTo(ChildErrorCode.CHILD_EXIT);
            assertThat(error).hasMessageContaining("exit code 5");
            assertThat(error.stderrTail()).isEqualTo("bye\n");
            assertThat(ask(session, "b")).isEqualTo("b");
            assertThat(fake.noted().ids()).hasSize(2);
        }
        fake.assertNothingLeft();
    }

    @Test
    void restarts_are_counted_and_come_to_an_end() throws IOException {
        try (ChildSession<String> session = session("echo hello", "read -r line", "kill -9 $$")) {
            for (int start = 0; start <= LIMITS.maxRestarts(); start++) {
                assertThat(failure(() -> ask(session, "x")).code()).isEqualTo(ChildErrorCode.CHILD_EXIT);
            }
            assertThat(failure(() -> ask(session, "x")).code()).isEqualTo(ChildErrorCode.CHILD_RESTARTS_EXHAUSTED);
            assertThat(fake.noted().ids()).hasSize(1 + LIMITS.maxRestarts());
        }
        fake.assertNothingLeft();
    }

    @Test
    void a_child_that_ended_between_two_requests_is_replaced_without_an_error() throws Exception {
        try (ChildSession<String> session =
                session("echo hello", "read -r line && echo \"$line\"", "[ $(wc -l < \"$PIDS\") -gt 1 ] && cat")) {
            assertThat(ask(session, "a")).isEqualTo("a");
            long child = fake.noted().ids().getFirst();
            Await.until(
                    "end of the child",
                    Duration.ofSeconds(20),
                    () -> ProcessHandle.of(child).isEmpty());
            assertThat(ask(session, "b")).isEqualTo("b");
        }
        fake.assertNothingLeft();
    }

    @Test
    void a_request_without_an_answer_is_a_timeout_and_ends_the_whole_tree() throws IOException {
        try (ChildSession<String> session = session("echo hello", "sleep 1000 & echo $! >> \"$PIDS\"", "wait")) {
            ChildException error = failure(() -> session.request(bytes("x"), SHORT));
            assertThat(error.code()).isEqualTo(ChildErrorCode.CHILD_TIMEOUT);
            assertThat(fake.noted().ids()).hasSize(2);
            fake.assertNothingLeft();
        }
    }

    @Test
    void a_child_that_does_not_read_a_long_request_is_a_timeout() throws IOException {
        byte[] request = new byte[1 << 20];
        Arrays.fill(request, (byte) 'x');
        try (ChildSession<String> session = session("echo hello", "trap '' TERM", "sleep 1000", "sleep 1000")) {
            assertThat(failure(() -> session.request(request, SHORT)).code()).isEqualTo(ChildErrorCode.CHILD_TIMEOUT);
            fake.assertNothingLeft();
        }
    }

    @Test
    void a_child_that_closes_stdin_and_stays_is_told_from_one_that_ended() throws Exception {
        try (ChildSession<String> session = session("exec 0<&-", "echo hello", "sleep 1000")) {
            assertThat(failure(() -> ask(session, "x")).code()).isEqualTo(ChildErrorCode.CHILD_STDIN_CLOSED);
            fake.assertNothingLeft();
        }
    }

    @Test
    void a_line_nobody_asked_for_is_bad_output() throws Exception {
        try (ChildSession<String> session = session("echo hello", "echo more", ECHO)) {
            assertThat(firstFailure(session).code()).isEqualTo(ChildErrorCode.CHILD_BAD_OUTPUT);
        }
        fake.assertNothingLeft();
    }

    @Test
    void an_endless_answer_is_cut_off() throws IOException {
        try (ChildSession<String> session = session("echo hello", "read -r line", "cat /dev/zero")) {
            assertThat(failure(() -> ask(session, "x")).code()).isEqualTo(ChildErrorCode.CHILD_OUTPUT_TOO_LARGE);
            fake.assertNothingLeft();
        }
    }

    @Test
    void endless_lines_after_an_answer_do_not_pile_up() throws IOException {
        try (ChildSession<String> session = session("echo hello", "read -r line", "exec yes")) {
            assertThat(ask(session, "x")).isEqualTo("y");
            assertThat(firstFailure(session).code()).isEqualTo(ChildErrorCode.CHILD_BAD_OUTPUT);
            fake.assertNothingLeft();
        }
    }

    @Test
    void endless_stderr_keeps_its_end_only() throws IOException {
        try (ChildSession<String> session = session(
                "echo hello", "yes again >&2 & echo $! >> \"$PIDS\"", "read -r line", "sleep 0.2; kill $!; exit 1")) {
            ChildException error = failure(() -> ask(session, "x"));
            assertThat(error.stderrTail()).contains("again").hasSizeLessThanOrEqualTo(8192);
        }
        fake.assertNothingLeft();
    }

    @Test
    void closing_ends_a_child_that_ignores_the_end_of_its_input_and_all_it_started() throws Exception {
        ChildSession<String> session = session(
                "trap '' TERM", "sleep 1000 & echo $! >> \"$PIDS\"", "echo hello", "while :; do sleep 0.05; done");
        session.close();
        assertThat(fake.noted().ids()).hasSize(2);
        fake.assertNothingLeft();
        assertThat(failure(() -> ask(session, "x")).code()).isEqualTo(ChildErrorCode.CHILD_CLOSED);
    }

    @Test
    void closing_breaks_off_a_request_in_progress() throws Exception {
        ChildSession<String> session = session("echo hello", "read -r line", "echo $$ >> \"$PIDS\"", "sleep 1000");
        AtomicReference<ChildErrorCode> code = new AtomicReference<>();
        Thread asking =
                new Thread(() -> code.set(failure(() -> ask(session, "x")).code()));
        asking.start();
        fake.noted().await(2);
        session.close();
        asking.join();
        assertThat(code.get()).isEqualTo(ChildErrorCode.CHILD_CLOSED);
        fake.assertNothingLeft();
    }

    private ChildSession<String> session(String... lines) throws IOException {
        return ChildSession.open(children, fake.script(lines), LIMITS, ChildSessionTest::hello);
    }

    private ChildException openingError(String... lines) throws IOException {
        ChildCommand command = fake.script(lines);
        ChildException error = failure(() -> ChildSession.open(children, command, LIMITS, ChildSessionTest::hello));
        fake.assertNothingLeft();
        return error;
    }

    private static String hello(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (!text.equals("hello")) {
            throw new IllegalArgumentException("not a greeting");
        }
        return text;
    }

    private static String ask(ChildSession<String> session, String line) {
        return new String(session.request(bytes(line), ENOUGH), StandardCharsets.UTF_8);
    }

    /** A spare line that comes late is taken for the next answer; sooner or later one lies there before a request. */
    private static ChildException firstFailure(ChildSession<String> session) {
        for (int i = 0; i < 10_000; i++) {
            ChildException error = catchThrowableOfType(ChildException.class, () -> ask(session, "x"));
            if (error != null) {
                return error;
            }
        }
        throw new AssertionError("no request found the spare line");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ChildException failure(ThrowingCallable call) {
        ChildException error = catchThrowableOfType(ChildException.class, call);
        assertThat(error).as("the call should have failed").isNotNull();
        return error;
    }
}
