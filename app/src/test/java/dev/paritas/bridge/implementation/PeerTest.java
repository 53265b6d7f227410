package dev.paritas.bridge.implementation;

import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.model.field.FieldMirror;
import dev.paritas.model.field.Rational;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.EnumSource;

/** One client for all executables: one code for a failure, whoever failed, and the words of its document. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
@Timeout(300)
class PeerTest {
    private static final Operation<JsonValue, JsonValue> ANY =
            MachineOperations.running(Operation.Payload.of(JsonValue.CODEC), Operation.Reading.of(JsonValue.CODEC));

    @TempDir
    Path directory;

    private ScriptedPeer scripts;

    @BeforeEach
    void open() throws IOException {
        scripts = new ScriptedPeer(directory);
    }

    @AfterEach
    void close() {
        scripts.close();
    }

    private Told told(Peer peer, String... lines) throws IOException {
        Path binary = scripts.script(lines);
        try (Implementation asked = peer.oneShot(scripts.host(), binary)) {
            return Told.when(() -> asked.ask(ANY, JsonValue.NULL).value());
        }
    }

    /** The sentences of spec 12 §3.4, 22 §14.2 and 40 §14.2, and of the three runners that have none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VALIDATOR | Lean binary not found at | Lean process failed with | Failed to parse Lean output:",
                "VALIDATORS_MACHINE | Lean binary not found at | Lean process failed with | Failed to parse Lean output:",
                "MACHINE | protocol-machine runner binary not found at | protocol-machine runner failed with |"
                        + " Failed to parse protocol-machine runner output:",
                "MACHINE_VALIDATOR | protocol-machine runner binary not found at | protocol-machine runner failed with |"
                        + " Failed to parse protocol-machine runner output:",
                "FIELD_MIRROR | protocol-machine runner binary not found at | protocol-machine runner failed with |"
                        + " Failed to parse protocol-machine runner output:",
                "HEAP | Lean heap parity runner binary not found at | Lean heap parity runner failed with |"
                        + " Failed to parse Lean heap parity output:",
                "EFFECTS | semantic_effect_parity_runner not found at | semantic_effect_parity_runner failed with |"
                        + " failed to parse the output of semantic_effect_parity_runner:",
                "SEARCH | search_parity_runner not found at | search_parity_runner failed with |"
                        + " failed to parse the output of search_parity_runner:",
                "CONFORMANCE | conformance_runner not found at | conformance_runner failed with |"
                        + " failed to parse the output of conformance_runner:"
            })
    void each_peer_has_its_own_words_for_a_failure_and_all_have_its_code(
            Peer peer, String missing, String failed, String unreadable) throws IOException {
        Path nowhere = directory.resolve("nowhere");
        assertThat(Told.when(() -> peer.oneShot(scripts.host(), nowhere)))
                .isEqualTo(new Told("NOT_FOUND", missing + " " + nowhere));
        assertThat(told(peer, "cat >/dev/null; echo why >&2; exit 3"))
                .isEqualTo(new Told("ENDED", failed + " exit code 3: why\n"));
        assertThat(told(peer, "cat >/dev/null; echo 'uncaught exception: bad input' >&2; exit 1"))
                .isEqualTo(new Told("REFUSED", failed + " exit code 1: uncaught exception: bad input\n"));
        assertThat(told(peer, "cat >/dev/null; echo garbage"))
                .returns("UNREADABLE", Told::code)
                .satisfies(told -> assertThat(told.message()).startsWith(unreadable + " "));
        assertThat(told(peer, "cat >/dev/null; echo 'uncaught exception: unsupported operation: run' >&2; exit 1"))
                .as("the request did not get through")
                .returns("ENDED", Told::code);
    }

    @ParameterizedTest
    @EnumSource(Peer.class)
    void a_missing_executable_is_said_to_be_unusable_in_a_comparison(Peer peer) {
        Path nowhere = directory.resolve("nowhere");
        assertThatExceptionOfType(ImplementationException.class)
                .isThrownBy(() -> peer.oneShot(scripts.host(), nowhere))
                .satisfies(e -> {
                    assertThat(e.isRefusal()).isFalse();
                    assertThat(e.sentence()).isEqualTo("the runner could not be used: " + e.getMessage());
                });
    }

    @Test
    void a_refusal_is_an_answer_until_its_value_is_asked_for() throws IOException {
        Path binary = scripts.script("cat >/dev/null; echo 'uncaught exception: bad input' >&2; exit 1");
        Answer<JsonValue> answer = Peer.MACHINE.oneShot(scripts.host(), binary).ask(ANY, JsonValue.NULL);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.text()).isEqualTo("bad input"));
        assertThatExceptionOfType(ImplementationException.class)
                .isThrownBy(answer::value)
                .returns(true, ImplementationException::isRefusal);
    }

    @Test
    void a_pool_cannot_ask_what_only_a_process_of_its_own_can_judge() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{");
        Path binary = scripts.script("exit 1");
        try (PeerPool pool = Peer.HEAP.pool(scripts.host(), binary, 1, SessionLimits.DEFAULT)) {
            assertThat(Told.when(() -> pool.ask(HeapOperations.RUN_FIXTURE, broken)))
                    .returns("UNUSABLE", Told::code);
        }
        assertThat(scripts.starts()).isEmpty();
    }

    @Test
    void a_field_mirror_that_does_not_serve_takes_no_steps_and_is_not_started_for_one() throws IOException {
        FieldOperations.Step step = new FieldOperations.Step(
                new FieldMirror.ContinuumField(Rational.parse("1"), Rational.parse("1/2")),
                List.of(Rational.parse("1")),
                List.of(),
                0);
        try (Implementation mirror = Peer.FIELD_MIRROR.oneShot(scripts.host(), scripts.script("exit 0"))) {
            assertThat(Told.when(() -> mirror.ask(FieldOperations.STEP, step))).returns("UNUSABLE", Told::code);
        }
        assertThat(scripts.starts()).isEmpty();
    }

    @Test
    void a_question_in_a_file_leaves_none_behind() throws IOException {
        Path binary = scripts.script("cat \"$1\" > \"$SEEN\"; echo '[]'");
        Operation<JsonValue, JsonValue> text = Operation.of(
                "text",
                Operation.Payload.of(JsonValue.CODEC),
                (question, files) -> OneShot.Invocation.arguments(
                        OneShot.Output.STDOUT,
                        files.write("text.json", question.compactText()).toString()),
                Operation.Reading.of(JsonValue.CODEC));
        try (Implementation asked = Peer.HEAP.oneShot(scripts.host(), binary)) {
            assertThat(asked.ask(text, json("{\"a\":1}")).value()).isEqualTo(json("[]"));
        }
        assertThat(scripts.seen()).isEqualTo("{\"a\":1}");
        scripts.assertNoScratchFiles();
    }
}
