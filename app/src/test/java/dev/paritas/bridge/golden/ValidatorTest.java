package dev.paritas.bridge.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.bridge.implementation.ScriptedPeer;
import dev.paritas.choreography.json.ImportError;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of spec 12 §4. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the peers are shell scripts")
class ValidatorTest {
    private static final ValidationResult VALID = new ValidationResult.Valid();

    @TempDir
    Path directory = Path.of("");

    private ScriptedPeer peer;
    private Validator validator;

    @BeforeEach
    void open() throws IOException {
        peer = new ScriptedPeer(directory);
        validator = Validator.discovering(peer.host());
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void types_within_the_limits_come_back_as_they_were() {
        assertThat(validator.validateGlobalRoundtrip(Protocols.chain(85))).isEqualTo(VALID);
        assertThat(validator.validateLocalRoundtrip(LocalType.send("B", "m", LocalType.END)))
                .isEqualTo(VALID);
    }

    @Test
    void types_too_deep_for_the_import_are_errors() {
        for (int messages : new int[] {86, 2_000}) {
            assertThat(validator.validateGlobalRoundtrip(Protocols.chain(messages)))
                    .isEqualTo(new ValidationResult.Error("Parse error: Input too deep: JSON type depth exceeds 256"));
        }
    }

    @Test
    void a_payload_annotation_is_lost_on_the_way() {
        LocalType annotated =
                new LocalType.Send("B", List.of(new LocalType.Branch(Label.of("m"), ValType.NAT, LocalType.END)));
        assertThat(validator.validateLocalRoundtrip(annotated))
                .isEqualTo(new ValidationResult.Invalid("Round-trip produced different structure"));
        assertThat(validator.compareProjection(annotated, Json.json(ProtocolTexts.PING_A)))
                .isInstanceOf(ValidationResult.Invalid.class);
    }

    @Test
    void projections_are_compared_with_the_peer_s() {
        LocalType ping = LocalType.send("B", "ping", LocalType.END);
        assertThat(validator.compareProjection(ping, Json.json(ProtocolTexts.PING_A)))
                .isEqualTo(VALID);
        assertThat(validator.compareProjection(LocalType.END, Json.json("{\"kind\":\"var\",\"name\":\"t\"}")))
                .isEqualTo(new ValidationResult.Invalid("Projection mismatch:\n  Rust: End\n  Lean: Var(\"t\")"));
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> validator.compareProjection(ping, Json.json("{\"kind\":\"comm\"}")));
        assertThat(refused.problem()).isEqualTo(new ValidateError.Import(new ImportError.InvalidKind("comm")));
        assertThat(refused).hasMessage("Import error: Invalid kind: comm");
    }

    @Test
    void verdicts_on_subtyping_are_compared() {
        for (SubtypingVerdict verdict : SubtypingVerdict.values()) {
            assertThat(validator.compareSubtyping(verdict, verdict)).isEqualTo(VALID);
        }
        assertThat(validator.compareSubtyping(SubtypingVerdict.of(true), SubtypingVerdict.of(false)))
                .isEqualTo(new ValidationResult.Invalid("Subtyping mismatch: Rust=IsSubtype, Lean=NotSubtype"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"role\":\"A\",\"status\":\"ok\"} | -",
                "{\"role\":\"A\",\"status\":\"error\",\"message\":\"no\"} | no",
                "{\"role\":\"A\",\"status\":\"error\"} | projection mismatch"
            })
    void the_executable_s_word_is_the_result(String log, @Nullable String reason) throws IOException {
        Validator asking = Validator.withBinaryPath(peer.host(), peer.script(ScriptedPeer.output(log)));
        assertThat(asking.leanAvailable()).isTrue();
        assertThat(asking.validateProjectionWithLean(Json.json(ProtocolTexts.PING), Json.json(ProtocolTexts.PING_A)))
                .isEqualTo(reason == null ? VALID : new ValidationResult.Invalid(reason));
        peer.assertNoScratchFiles();
    }

    @Test
    void an_executable_that_fails_or_is_missing_is_an_error() throws IOException {
        Validator failing = Validator.withBinaryPath(peer.host(), peer.script("exit 1"));
        assertThat(failure(failing)).hasMessage("Lean execution failed: Lean process failed with exit code 1: ");
        Path missing = directory.resolve("missing");
        Validator without = Validator.withBinaryPath(peer.host(), missing);
        assertThat(without.leanAvailable()).isFalse();
        assertThat(failure(without)).hasMessage("Lean execution failed: Lean binary not found at " + missing);
        assertThat(validator.leanAvailable()).isFalse();
        assertThat(failure(validator))
                .hasMessage("Lean execution failed: Lean binary not found at lean/.lake/build/bin/telltale_validator");
        assertThat(new ValidateError.StructureMismatch("x").sentence()).isEqualTo("Structure mismatch: x");
    }

    @Test
    void the_executable_of_the_workspace_is_found() throws IOException {
        peer.script(
                directory.resolve("lean/.lake/build/bin/telltale_validator"),
                ScriptedPeer.output("{\"role\":\"A\",\"status\":\"ok\"}"));
        assertThat(validator.leanAvailable()).isTrue();
        assertThat(validator.validateProjectionWithLean(Json.json(ProtocolTexts.PING), Json.json(ProtocolTexts.PING_A)))
                .isEqualTo(VALID);
    }

    private static ProblemException failure(Validator validator) {
        return catchThrowableOfType(
                ProblemException.class,
                () -> validator.validateProjectionWithLean(
                        Json.json(ProtocolTexts.PING), Json.json(ProtocolTexts.PING_A)));
    }
}
