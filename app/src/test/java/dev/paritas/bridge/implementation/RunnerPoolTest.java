package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pool of scripted runners: the payload tells the script what to do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
@Timeout(300)
class RunnerPoolTest {
    private static final Operation<JsonValue, JsonValue> RUN =
            MachineOperations.running(Operation.Payload.of(JsonValue.CODEC), Operation.Reading.of(JsonValue.CODEC));
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofSeconds(60), 1 << 20, 2, Duration.ofMillis(200));

    @TempDir
    Path directory;

    private ScriptedPeer peer;

    @BeforeEach
    void open() throws IOException {
        peer = new ScriptedPeer(directory).set("MARKS", directory.toString());
    }

    @AfterEach
    void close() {
        peer.close();
    }

    /** A runner that answers with its process id, after the given lines have seen {@code $line}. */
    private PeerPool pool(int size, String... lines) throws IOException {
        Path script = peer.script(
                "echo '{\"name\":\"protocol_machine_runner\",\"version\":\"1\",\"schema_versions\":[\"lean_bridge.v1\"],"
                        + "\"operations\":[\"run\"]}'",
                "while read -r line; do",
                "id=${line#*:}; id=${id%%,*}",
                String.join("\n", lines),
                "echo \"{\\\"id\\\":$id,\\\"result\\\":$$}\"",
                "done");
        return Peer.MACHINE.pool(peer.host(), script, size, LIMITS);
    }

    private static JsonValue payload(String text) {
        return new JsonValue.Text(text);
    }

    private static String ask(PeerPool pool, String text) {
        return pool.ask(RUN, payload(text)) instanceof Answer.Answered<JsonValue>(JsonValue document)
                ? document.compactText()
                : "refused";
    }

    private static ChildException child(ThrowingCallable action) {
        return (ChildException) Objects.requireNonNull(
                catchThrowableOfType(ImplementationException.class, action).getCause());
    }

    private static ChildErrorCode failure(ThrowingCallable action) {
        return child(action).code();
    }

    @Test
    void requests_in_turn_need_one_process_and_its_end_is_the_pools_end() throws IOException {
        try (PeerPool pool = pool(2)) {
            assertThat(ask(pool, "a")).isEqualTo(ask(pool, "b"));
        }
        assertThat(peer.starts()).hasSize(1);
        peer.assertNothingLeft();
    }

    @Test
    void two_at_a_time_are_answered_by_two_processes_in_the_order_of_the_items() throws IOException {
        // Each process waits for the other one's mark.
        try (PeerPool pool = pool(
                2,
                "case $line in *left*) touch \"$MARKS/left\"; while [ ! -e \"$MARKS/right\" ]; do sleep 0.05; done;;",
                "*right*) touch \"$MARKS/right\"; while [ ! -e \"$MARKS/left\" ]; do sleep 0.05; done;; esac")) {
            List<String> answers = pool.each(List.of("left", "right", "more"), text -> text + ask(pool, text));
            assertThat(answers)
                    .extracting(answer -> answer.replaceAll("[0-9]", ""))
                    .containsExactly("left", "right", "more");
            assertThat(answers.get(0).substring(4)).isNotEqualTo(answers.get(1).substring(5));
        }
        assertThat(peer.starts()).hasSize(2);
        peer.assertNothingLeft();
    }

    @Test
    void a_request_whose_process_dies_is_asked_once_more() throws IOException {
        try (PeerPool pool = pool(1, "[ -e \"$MARKS/died\" ] || { touch \"$MARKS/died\"; exit 9; }")) {
            String answer = ask(pool, "a");
            assertThat(answer).isEqualTo(peer.starts().getLast());
            assertThat(ask(pool, "b")).isEqualTo(answer);
        }
        assertThat(peer.starts()).hasSize(2);
        peer.assertNothingLeft();
    }

    /** Returns when a process has marked that it has a request. */
    private void awaitRequest() throws Exception {
        Await.until("request", Duration.ofSeconds(60), () -> Files.exists(directory.resolve("asked")));
    }

    @Test
    void a_process_killed_from_outside_in_the_middle_of_a_request_is_replaced() throws Exception {
        try (PeerPool pool = pool(1, "[ -e \"$MARKS/asked\" ] || { touch \"$MARKS/asked\"; exec sleep 600; }")) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(pool, "a"));
            awaitRequest();
            long pid = Long.parseLong(peer.starts().getFirst());
            assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
            assertThat(answer.get(120, TimeUnit.SECONDS))
                    .isEqualTo(peer.starts().getLast());
            assertThat(ask(pool, "b")).isEqualTo(peer.starts().getLast());
        }
        assertThat(peer.starts()).hasSize(2);
        peer.assertNothingLeft();
    }

    @Test
    void a_request_that_kills_every_process_is_an_error_and_the_next_one_works() throws IOException {
        try (PeerPool pool = pool(1, "case $line in *poison*) echo 'no more' >&2; exit 9;; esac")) {
            ask(pool, "a");
            ChildException failure = child(() -> pool.ask(RUN, payload("poison")));
            assertThat(failure.code()).isEqualTo(ChildErrorCode.CHILD_EXIT);
            assertThat(failure.stderrTail()).contains("no more");
            assertThat(ask(pool, "b")).isEqualTo(peer.starts().getLast());
            assertThat(peer.starts())
                    .as("the first, the second attempt's, the next one's")
                    .hasSize(3);
            assertThat(failure(() -> pool.ask(RUN, payload("poison"))))
                    .isEqualTo(ChildErrorCode.CHILD_RESTARTS_EXHAUSTED);
        }
        peer.assertNothingLeft();
    }

    @Test
    void the_deadline_is_ours_and_a_late_request_is_not_repeated() throws IOException {
        peer.set("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS", "1500");
        try (PeerPool pool = pool(1, "case $line in *slow*) sleep 600;; esac")) {
            assertThat(failure(() -> pool.ask(RUN, payload("slow")))).isEqualTo(ChildErrorCode.CHILD_TIMEOUT);
            assertThat(peer.starts()).hasSize(1);
            assertThat(ask(pool, "b")).isEqualTo(peer.starts().getLast());
        }
        assertThat(peer.starts()).hasSize(2);
        peer.assertNothingLeft();
    }

    @Test
    void an_answer_to_something_else_is_an_error() throws IOException {
        try (PeerPool pool = pool(1, "id=77")) {
            assertThat(failure(() -> pool.ask(RUN, payload("a")))).isEqualTo(ChildErrorCode.CHILD_BAD_OUTPUT);
        }
        peer.assertNothingLeft();
    }

    @Test
    void a_refusal_is_an_answer() throws IOException {
        try (PeerPool pool = pool(
                1,
                "echo \"{\\\"error\\\":{\\\"code\\\":\\\"REFUSED\\\",\\\"message\\\":\\\"no\\\"},\\\"id\\\":$id}\"; continue")) {
            assertThat(pool.ask(RUN, payload("a")))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.text()).isEqualTo("no"));
        }
        assertThat(peer.starts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_JSON, null",
        "LINE_TOO_LONG, null",
        "BAD_ENVELOPE, $id",
        "UNKNOWN_OPERATION, $id",
        "TOO_LARGE, $id",
        "refused, $id"
    })
    void only_a_refusal_is_a_judgement_and_every_other_error_is_a_failure(String code, String id) throws IOException {
        String error =
                "{\\\"error\\\":{\\\"code\\\":\\\"" + code + "\\\",\\\"message\\\":\\\"why\\\"},\\\"id\\\":" + id + "}";
        try (PeerPool pool = pool(1, "echo \"" + error + "\"; continue")) {
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(ImplementationException.class)
                        .isThrownBy(() -> pool.ask(RUN, payload("a")))
                        .satisfies(e -> {
                            assertThat(e.failure()).isEqualTo(new Failure.Untaken(code + ": why", List.of()));
                            assertThat(e.sentence())
                                    .isEqualTo("the runner could not take the request: " + code + ": why");
                        });
            }
        }
        assertThat(peer.starts()).as("the runner goes on").hasSize(1);
    }

    @Test
    void another_runner_is_not_asked() throws IOException {
        Path script = peer.script("echo '{\"name\":\"heap_parity_runner\",\"version\":\"1\","
                + "\"schema_versions\":[\"lean_heap_parity.v1\"],\"operations\":[]}'; read -r line");
        try (PeerPool pool = Peer.MACHINE.pool(peer.host(), script, 1, LIMITS)) {
            assertThat(failure(() -> pool.ask(RUN, payload("a")))).isEqualTo(ChildErrorCode.CHILD_BAD_HANDSHAKE);
        }
        peer.assertNothingLeft();
    }

    @Test
    void the_first_failure_of_many_items_ends_the_work() throws IOException {
        try (PeerPool pool = pool(2, "case $line in *bad*) exit 9;; esac")) {
            assertThat(failure(() -> pool.each(List.of("a", "bad", "c"), text -> ask(pool, text))))
                    .isEqualTo(ChildErrorCode.CHILD_EXIT);
        }
        peer.assertNothingLeft();
    }

    @Test
    void closing_ends_a_request_in_progress_and_later_ones_are_refused() throws Exception {
        PeerPool pool = pool(1, "touch \"$MARKS/asked\"; exec sleep 600");
        CompletableFuture<ChildErrorCode> end =
                CompletableFuture.supplyAsync(() -> failure(() -> pool.ask(RUN, payload("a"))));
        awaitRequest();
        pool.close();
        assertThat(end.get(120, TimeUnit.SECONDS)).isEqualTo(ChildErrorCode.CHILD_CLOSED);
        assertThat(failure(() -> pool.ask(RUN, payload("b")))).isEqualTo(ChildErrorCode.CHILD_CLOSED);
        peer.assertNothingLeft();
    }

    @Test
    void a_pool_has_a_process_for_each_core_within_reason() {
        assertThat(PeerPool.perCore()).isBetween(1, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> Peer.MACHINE.pool(peer.host(), directory, 0, LIMITS));
    }
}
