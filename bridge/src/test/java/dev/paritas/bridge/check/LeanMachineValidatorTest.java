package dev.paritas.bridge.check;

import static dev.paritas.testsupport.Json.singleQuoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.corpus.ValidatorCase;
import dev.paritas.bridge.corpus.ValidatorCases;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.ProtocolMachineValidator;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Checkout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The machine validator's rules in Java against those of the model; skipped with the reason where Lean is not set up. */
@Timeout(600)
class LeanMachineValidatorTest {
    private static final SessionLimits PATIENT =
            new SessionLimits(Duration.ofSeconds(120), ChildLimits.MAX_STDOUT, 0, Duration.ofSeconds(5));
    private static final List<String> MEMBERS =
            List.of("A", "B", "", "é", "a\0", "\ud7ff", "\uffff", "\ud83d\ude00", "\udbff\udfff");

    @TempDir
    Path folder;

    private final ChildProcesses children = new ChildProcesses();
    private Path executable = Path.of("");

    @BeforeEach
    void find() {
        switch (LeanToolchain.find(Checkout.ROOT.resolve("lean"), System.getenv(), "protocol_machine_validator")) {
            case LeanToolchain.Found found -> executable = found.executable();
            case LeanToolchain.Unavailable none -> abort("no Lean here: " + none.reason());
        }
    }

    @AfterEach
    void end() {
        children.close();
    }

    private ProtocolMachineValidator serving() {
        RunnerHost host = new RunnerHost(children, folder, System.getenv());
        return new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.serving(host, executable, PATIENT));
    }

    @Test
    void the_published_questions_have_the_same_answers() {
        try (ProtocolMachineValidator lean = serving()) {
            for (ValidatorCase question : ValidatorCases.all()) {
                assertThat(lean.ask(question.operation(), question.payload()))
                        .as(question.id())
                        .isEqualTo(question.operation().answer(question.payload()));
            }
        }
    }

    @Test
    void changes_of_membership_are_judged_alike() {
        long seed = 20_261_121L;
        SplittableRandom random = new SplittableRandom(seed);
        try (ProtocolMachineValidator lean = serving()) {
            for (int i = 0; i < 500; i++) {
                String payload = "{'policy':{'dynamic_membership':" + (random.nextInt(4) != 0) + ",'overlap_required':"
                        + random.nextBoolean() + "},'starting_epoch':" + random.nextInt(9) + ",'previous_members':"
                        + members(random) + ",'next_members':" + members(random) + "}";
                ValidatorOperation operation = ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION;
                assertThat(lean.ask(operation, singleQuoted(payload)))
                        .as("seed %d, change %d: %s", seed, i, payload)
                        .isEqualTo(operation.answer(singleQuoted(payload)));
            }
        }
    }

    private static String members(SplittableRandom random) {
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            chosen.add("'" + MEMBERS.get(random.nextInt(MEMBERS.size())).replace("\0", "\\u0000") + "'");
        }
        return "[" + String.join(",", chosen) + "]";
    }

    /** The model has no largest natural number; ours above 64 bits is absent (docs/bundles.md). */
    @Test
    void a_starting_epoch_above_64_bits_is_absent_in_java_only() {
        ValidatorOperation operation = ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION;
        JsonValue payload = singleQuoted("{'starting_epoch':18446744073709551616}");
        assertThat(operation.answer(payload)).isEqualTo(operation.answer(singleQuoted("{}")));
        try (ProtocolMachineValidator lean = serving()) {
            // 2^64 + 1, as our reader keeps whole numbers that have no word.
            assertThat(lean.ask(operation, payload).toString()).contains("epoch=Num[text=1.8446744073709552e+19]");
        }
    }

    @Test
    void a_document_has_one_line_or_one_complaint() {
        ended("{'operation':'validateTrace','payload':{}}", 1, "unsupported operation: validateTrace");
        ended("[]", 1, "missing operation: object expected");
        ended("{'payload':{}}", 1, "missing operation: property not found: operation");
        ended("{'operation':", 1, "invalid JSON: offset 13: unexpected end of input");
        ended("{'operation':'verifyProtocolBundle','payload':1e3000000}", 1, "invalid JSON: offset 0: exp too large");
        ended("{'operation':'verifyProtocolBundle','payload':" + "[".repeat(150_000), 1, "the document is too large");
    }

    private void ended(String document, int code, String complaint) {
        ChildResult result = children.run(
                ChildCommand.of(System.getenv(), executable.toString()),
                document.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                ChildLimits.within(Duration.ofMinutes(2)));
        assertThat(result.stderrText()).isEqualTo("uncaught exception: " + complaint + "\n");
        assertThat(result.stdoutText()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(code);
    }
}
