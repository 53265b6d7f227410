package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts are counted, not seconds. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
@Timeout(300)
class RunnerHealthTest {
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofSeconds(60), 1 << 20, 1, Duration.ofMillis(200));
    private static final ProtocolMachineRunInput INPUT = ProtocolMachineRunInput.of(List.of(), 1, 1);
    private static final Operation<JsonValue, JsonValue> RUN =
            MachineOperations.running(Operation.Payload.of(JsonValue.CODEC), Operation.Reading.of(JsonValue.CODEC));
    private static final String GREETING = "echo '{\"name\":\"protocol_machine_runner\",\"version\":\"1\","
            + "\"schema_versions\":[\"lean_bridge.v1\"],\"operations\":[\"run\"]}'";

    @TempDir
    Path directory;

    private ScriptedPeer peer;

    @BeforeEach
    void open() throws IOException {
        peer = new ScriptedPeer(directory)
                .set("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS", "700")
                .set("TELLTALE_LEAN_TIMEOUT_MS", "700");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void a_pool_asks_a_silent_runner_once_and_later_pools_of_the_run_not_at_all() throws IOException {
        Path silent = peer.script("echo 'no licence' >&2", "exec sleep 1000");
        RunnerHost host = peer.host();
        for (int i = 0; i < 3; i++) {
            try (PeerPool pool = Peer.MACHINE.pool(host, silent, 2, LIMITS)) {
                ChildException failure = child(() -> pool.ask(RUN, JsonValue.NULL));
                assertThat(failure.code()).isEqualTo(ChildErrorCode.CHILD_TIMEOUT);
                assertThat(failure).hasMessage("child did not answer within 700 ms");
                assertThat(failure.stderrLines()).containsExactly("no licence");
            }
        }
        assertThat(peer.starts()).hasSize(1);
        assertThat(host.health().givenUp(silent)).hasValue("child did not answer within 700 ms");
        peer.assertNothingLeft();
    }

    @Test
    void a_pool_asks_a_runner_with_another_handshake_once() throws IOException {
        Path other = peer.script("echo 'Listening on port 1'", "exec sleep 1000");
        RunnerHost host = peer.host();
        try (PeerPool pool = Peer.MACHINE.pool(host, other, 2, LIMITS)) {
            for (int i = 0; i < 3; i++) {
                assertThat(child(() -> pool.ask(RUN, JsonValue.NULL)).code())
                        .isEqualTo(ChildErrorCode.CHILD_BAD_HANDSHAKE);
            }
        }
        assertThat(peer.starts()).hasSize(1);
    }

    @Test
    void a_client_that_can_serve_or_not_waits_for_two_deadlines() throws IOException {
        Path silent = peer.script("exec sleep 1000");
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), silent, LIMITS))) {
            for (int i = 0; i < 4; i++) {
                assertThat(failure(() -> runner.run(INPUT))).isEqualTo(new Failure.Silent("run", 700, List.of()));
            }
        }
        assertThat(peer.starts()).hasSize(2);
        peer.assertNothingLeft();
    }

    @Test
    void a_one_shot_runner_is_given_up_after_two_deadlines_in_a_row() throws IOException {
        Path silent = peer.script("cat >/dev/null; echo stuck >&2; exec sleep 1000");
        try (ProtocolMachineRunner runner = new ProtocolMachineRunner(Peer.MACHINE.oneShot(peer.host(), silent))) {
            for (int i = 0; i < 4; i++) {
                assertThat(failure(() -> runner.run(INPUT)))
                        .isEqualTo(new Failure.Silent("run", 700, List.of("stuck")));
            }
        }
        assertThat(peer.starts()).hasSize(2);
    }

    @Test
    void an_answer_in_between_is_a_new_chance() throws IOException {
        peer.set("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS", "3000");
        Path sometimes = peer.script("[ $(($(wc -l < \"$PIDS\") % 2)) = 1 ] && exec sleep 1000", "exit 3");
        try (ProtocolMachineRunner runner = new ProtocolMachineRunner(Peer.MACHINE.oneShot(peer.host(), sometimes))) {
            for (int i = 0; i < 2; i++) {
                assertThat(failure(() -> runner.run(INPUT))).isInstanceOf(Failure.Silent.class);
                assertThat(failure(() -> runner.run(INPUT))).isEqualTo(new Failure.Ended(3, ""));
            }
        }
        assertThat(peer.starts()).hasSize(4);
    }

    @Test
    void a_served_runner_that_falls_silent_is_given_up_after_two_deadlines_in_a_row() throws IOException {
        Path silent = peer.script(GREETING, "exec sleep 1000");
        RunnerHost host = peer.host();
        try (PeerPool pool = Peer.MACHINE.pool(host, silent, 1, LIMITS)) {
            for (int i = 0; i < 4; i++) {
                assertThat(child(() -> pool.ask(RUN, JsonValue.NULL)).code()).isEqualTo(ChildErrorCode.CHILD_TIMEOUT);
            }
        }
        assertThat(peer.starts()).hasSize(2);
        peer.assertNothingLeft();
    }

    private static ChildException child(ThrowingCallable call) {
        return (ChildException) Objects.requireNonNull(
                catchThrowableOfType(ImplementationException.class, call).getCause());
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(ImplementationException.class, call).failure();
    }
}
