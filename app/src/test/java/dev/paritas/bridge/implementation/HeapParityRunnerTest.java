package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.app.executable.HeapParityRunnerMain;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec 40 §14: the client against scripted executables, and against our own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the peers are shell scripts")
@Timeout(300)
class HeapParityRunnerTest {
    private static final Path FIXTURES = Checkout.FIXTURES.resolve("heap");
    private static final Path PRACTICE = FIXTURES.resolve("practice.json");
    private static final SessionLimits PATIENT =
            new SessionLimits(Duration.ofSeconds(60), 1 << 26, 0, Duration.ofSeconds(2));

    @TempDir
    Path directory;

    private ScriptedPeer peer;

    @BeforeEach
    void open() throws IOException {
        peer = new ScriptedPeer(directory);
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private static HeapParityOutput expected() throws IOException {
        return JsonInput.read(
                Files.readAllBytes(FIXTURES.resolve("practice-output.json")), ReadPolicy.PEER, HeapParityOutput.CODEC);
    }

    private HeapParityRunner with(String... lines) throws IOException {
        return new HeapParityRunner(Peer.HEAP.oneShot(peer.host(), peer.script(lines)));
    }

    private Told failure(HeapParityRunner runner) {
        return Told.when(() -> runner.runFixture(PRACTICE));
    }

    private Path ownRunner() throws IOException {
        return peer.script("exec " + Executables.javaLine(HeapParityRunnerMain.class));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void our_own_executable_gives_the_worked_output(boolean serving) throws IOException {
        try (HeapParityRunner runner = serving
                ? new HeapParityRunner(Peer.HEAP.serving(peer.host(), ownRunner(), PATIENT))
                : new HeapParityRunner(Peer.HEAP.oneShot(peer.host(), ownRunner()))) {
            assertThat(runner.runFixture(PRACTICE)).isEqualTo(expected());
            assertThat(runner.runFixture(PRACTICE)).isEqualTo(expected());
            Path broken = Files.writeString(directory.resolve("broken.json"), "{");
            assertThatThrownBy(() -> runner.runFixture(broken))
                    .hasMessageStartingWith("Lean heap parity runner failed with exit code 1: invalid JSON: ");
            Path other = Files.writeString(directory.resolve("other.json"), "{\n}");
            assertThatThrownBy(() -> runner.runFixture(other))
                    .hasMessageStartingWith("Lean heap parity runner failed with exit code 1:"
                            + " invalid heap parity fixture: String expected");
            assertThatThrownBy(() -> runner.runFixture(directory.resolve("missing.json")))
                    .isInstanceOf(ImplementationException.class);
        }
        peer.assertNothingLeft();
        // serving: one process, and one more for each file that is no JSON document
        assertThat(peer.starts()).hasSize(serving ? 3 : 5);
    }

    @Test
    void the_path_is_the_only_argument_and_reaches_the_child_as_it_stands() throws IOException {
        HeapParityRunner runner = with("echo \"$# $1\" > \"$SEEN\"", "exit 2");
        Path odd = Path.of("no such; $(dir)/a b.json");
        assertThatThrownBy(() -> runner.runFixture(odd)).isInstanceOf(ImplementationException.class);
        assertThat(peer.seen()).isEqualTo("1 no such; $(dir)/a b.json\n");
    }

    @ParameterizedTest
    @CsvSource({"exit 3, 3", "kill -9 $$, 137", "exit 1, 1"})
    void a_child_that_fails_is_told_with_its_code_and_words(String end, int code) throws IOException {
        assertThat(failure(with("echo 'bad luck' >&2", end))).isEqualTo(told(new Failure.Ended(code, "bad luck\n")));
    }

    @Test
    void a_child_that_never_ends_is_killed_at_the_deadline() throws IOException {
        peer.set("TELLTALE_LEAN_TIMEOUT_MS", "1500"); // long enough for the child to note its process id
        assertThat(failure(with("sleep 60"))).isEqualTo(told(new Failure.Silent("run_fixture", 1500, List.of())));
        assertThat(told(new Failure.Silent("run_fixture", 1500, List.of())).message())
                .isEqualTo("Lean heap parity runner 'run_fixture' timed out after 1500ms");
        peer.assertNothingLeft();
    }

    @Test
    void a_child_that_floods_both_pipes_does_not_hang() throws IOException {
        HeapParityRunner runner = with(
                "head -c 1048576 /dev/zero | tr '\\0' ' ' >&2",
                "head -c 1048576 /dev/zero | tr '\\0' ' '",
                "cat '" + FIXTURES.resolve("practice-output.json") + "'");
        assertThat(runner.runFixture(PRACTICE)).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo '{}'",
                "echo nonsense",
                ":",
                "cat '%s'; echo x",
                "sed 's/\"stable\": true/\"stable\": 1/' '%s'"
            })
    void an_output_of_another_shape_is_a_parse_error(String line) throws IOException {
        assertThat(failure(with(line.replace(
                        "%s", FIXTURES.resolve("practice-output.json").toString()))))
                .returns("UNREADABLE", Told::code)
                .satisfies(
                        error -> assertThat(error.message()).startsWith("Failed to parse Lean heap parity output: "));
    }

    @Test
    void white_space_unknown_members_and_stderr_are_ignored_and_null_proofs_read_as_absent() throws IOException {
        String output = Files.readString(FIXTURES.resolve("practice-output.json"))
                .replaceFirst(
                        "(?s)\"nullifier_proof\": \\{.*?\"root_hex\": \"[0-9a-f]+\"\\}", "\"nullifier_proof\": null")
                .replaceFirst("(?s)\"resource_proof\": \\{.*?\"root_hex\": \"[0-9a-f]+\"\\},", "")
                .replaceFirst("\\{", "{\"more\": [1],");
        Path answer = Files.writeString(directory.resolve("answer.json"), "\n " + output + " \n\n");
        HeapParityOutput read = with("echo warning >&2", "cat '" + answer + "'").runFixture(PRACTICE);
        assertThat(read.heapFixture().nullifierProof()).isNull();
        assertThat(read.heapFixture().resourceProof()).isNull();
        assertThat(read.replay()).isEqualTo(expected().replay());
    }

    @Test
    void an_executable_that_is_absent_or_none_is_told() throws IOException {
        Path nowhere = directory.resolve("nowhere");
        assertThatThrownBy(() -> new HeapParityRunner(Peer.HEAP.oneShot(peer.host(), nowhere)))
                .hasMessage("Lean heap parity runner binary not found at " + nowhere);
        assertThatThrownBy(() -> new HeapParityRunner(Peer.HEAP.oneShot(peer.host(), directory)))
                .isInstanceOf(ImplementationException.class);
        Path plain = Files.writeString(directory.resolve("plain"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(plain, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(failure(new HeapParityRunner(Peer.HEAP.oneShot(peer.host(), plain))))
                .returns("UNUSABLE", Told::code)
                .satisfies(error -> assertThat(error.message()).startsWith("IO error: "));
    }

    @Test
    void the_workspace_is_searched_four_folders_up() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("w/a/b/c/d"));
        RunnerHost host = peer.host(deep);
        assertThat(Peer.HEAP.isAvailable(host)).isFalse();
        assertThatThrownBy(() -> new HeapParityRunner(Peer.HEAP.discover(host)))
                .hasMessage("Lean heap parity runner binary not found at lean/.lake/build/bin/heap_parity_runner");
        assertThatThrownBy(() -> new HeapParityRunner(Peer.HEAP.requireAvailable(host)))
                .hasMessage("Lean heap parity runner required but unavailable."
                        + " Run `cd lean && lake build heap_parity_runner`.");
        peer.script(
                directory.resolve("w/lean/.lake/build/bin/heap_parity_runner"),
                "cat '" + FIXTURES.resolve("practice-output.json") + "'");
        assertThat(Peer.HEAP.isAvailable(host)).isTrue();
        assertThat(new HeapParityRunner(Peer.HEAP.discover(host)).runFixture(PRACTICE))
                .isEqualTo(expected());
        assertThat(Peer.HEAP.tryDiscover(peer.host(Files.createDirectories(deep.resolve("e")))))
                .isEmpty();
    }

    private static Told told(Failure failure) {
        return Told.of(Peer.HEAP, failure);
    }
}
