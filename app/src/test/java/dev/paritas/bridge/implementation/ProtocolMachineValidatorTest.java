package dev.paritas.bridge.implementation;

import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.app.executable.ProtocolMachineValidatorMain;
import dev.paritas.bridge.bundle.CapabilityModelRequest;
import dev.paritas.bridge.bundle.TransitionRequest;
import dev.paritas.bridge.corpus.BundleFixtures;
import dev.paritas.bridge.implementation.MachineValidatorOperations.InvariantVerification;
import dev.paritas.bridge.implementation.MachineValidatorOperations.TransitionValidation;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationReadClass;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the machine validator, against scripts and against our own executable (spec 32 §5). */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
@Timeout(300)
class ProtocolMachineValidatorTest {
    private static final SessionLimits PATIENT =
            new SessionLimits(Duration.ofSeconds(60), 1 << 26, 0, Duration.ofSeconds(2));
    private static final TransitionRequest PUBLISHED = new TransitionRequest(
            "cert/bridge-reconfig-lean",
            new ReconfigurationPolicy(true, true),
            0,
            List.of("Carol", "Alice", "Bob"),
            List.of("Bob", "Dora", "Carol"));
    private static final ReconfigurationEvent PUBLISHED_EVENT = new ReconfigurationEvent(
            "cert/bridge-reconfig-lean",
            1,
            List.of("Alice", "Bob", "Carol"),
            List.of("Bob", "Carol", "Dora"),
            List.of("Dora"),
            List.of("Alice"),
            true,
            true,
            true);
    private static final UpgradeCompatibility COMPATIBILITY = new UpgradeCompatibility(
            ExecutionConstraint.MIXED_DETERMINISM_ALLOWED,
            false,
            PendingEffectTreatment.INVALIDATE_BLOCKED,
            PublicationContinuity.REISSUE_CANONICAL_TRUTH);
    private static final CapabilityModelRequest MODEL = new CapabilityModelRequest(
            new FinalizationPath(
                    "op",
                    3L,
                    null,
                    FinalizationReadClass.MIXED,
                    FinalizationStage.CANONICAL,
                    List.of(),
                    List.of("r"),
                    List.of("p"),
                    List.of("h"),
                    List.of("pub"),
                    List.of(),
                    List.of()),
            new RuntimeUpgradeArtifact(
                    "u",
                    TransitionPhase.COMMITTED_CUTOVER,
                    List.of("A"),
                    List.of("A", "B"),
                    COMPATIBILITY,
                    List.of("c"),
                    List.of(),
                    List.of(),
                    List.of("o"),
                    null));

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

    private ProtocolMachineValidator validator(String... lines) throws IOException {
        return new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.oneShot(peer.host(), peer.script(lines)));
    }

    private ProtocolMachineValidator answering(String document) throws IOException {
        return validator("cat >/dev/null", "echo '" + document + "'");
    }

    private static Told failure(ThrowingCallable call) {
        return Told.when(call);
    }

    private static Told parse(String text) {
        return told(new Failure.Unreadable(text, List.of()));
    }

    @Test
    void a_bundle_is_sent_in_the_envelope_with_members_ascending() throws IOException {
        ProtocolBundle bundle = BundleFixtures.badQuorum();
        InvariantVerification answer = validator(
                        "[ $# = 0 ] || exit 9", "cat > \"$SEEN\"", "echo '{\"errors\":[],\"valid\":true}'")
                .verifyInvariants(bundle);
        assertThat(answer).isEqualTo(new InvariantVerification(true, List.of(), JsonValue.NULL));
        assertThat(peer.seen())
                .isEqualTo("{\"operation\":\"verifyProtocolBundle\",\"payload\":"
                        + JsonOutput.compactText(ProtocolBundle.CODEC, bundle)
                        + ",\"schema_version\":\"lean_bridge.v1\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"valid\":false} | ",
                "{\"valid\":false,\"errors\":\"plain\"} | lean.error:plain",
                "{\"valid\":false,\"errors\":7} | lean.error:7",
                "{\"valid\":false,\"errors\":[{\"code\":\"c\",\"path\":\"p\",\"message\":\"m\"},\"x\",[1],{}]} |"
                        + " c@p:m,lean.error:x,lean.error:[1],lean.error:unspecified Lean validation error"
            })
    void objections_are_read_leniently(String document, String expected) throws IOException {
        List<String> read = answering(document).verifyInvariants(BundleFixtures.deadlock()).errors().stream()
                .map(issue ->
                        issue.code() + issue.path().map(path -> "@" + path).orElse("") + ":" + issue.message())
                .toList();
        assertThat(String.join(",", read))
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"valid\":\"true\"}", "{\"valid\":null,\"errors\":[]}"})
    void an_answer_without_a_verdict_is_a_parse_error(String document) throws IOException {
        ProtocolMachineValidator validator = answering(document);
        assertThat(failure(() -> validator.verifyInvariants(BundleFixtures.badQuorum())))
                .isEqualTo(parse("missing boolean field 'valid' in verifyProtocolBundle response"));
        assertThat(failure(() -> validator.validateReconfigurationTransition(PUBLISHED)))
                .isEqualTo(parse("missing boolean field 'valid' in validateReconfigurationTransition response"));
    }

    @Test
    void an_event_that_cannot_be_read_hides_a_missing_verdict() throws IOException {
        ProtocolMachineValidator validator = answering("{\"artifacts\":{\"event\":{\"epoch\":1}}}");
        assertThat(failure(() -> validator.validateReconfigurationTransition(PUBLISHED)))
                .returns("UNREADABLE", Told::code)
                .satisfies(told -> assertThat(told.message())
                        .startsWith("Failed to parse protocol-machine runner output: MISSING_MEMBER"));
        assertThat(answering("{\"valid\":true,\"artifacts\":{\"event\":null}}")
                        .validateReconfigurationTransition(PUBLISHED))
                .isEqualTo(new TransitionValidation(true, List.of(), Optional.empty()));
    }

    @Test
    void failures_of_the_process_have_their_own_variants() throws IOException {
        ProtocolMachineValidator exits =
                validator("cat >/dev/null", "echo '{\"valid\":true}'", "echo why >&2", "exit 3");
        assertThat(failure(() -> exits.verifyInvariants(BundleFixtures.badQuorum())))
                .isEqualTo(told(new Failure.Ended(3, "why\n")));
        ProtocolMachineValidator killed = validator("kill -9 $$");
        assertThat(failure(() -> killed.inspectCapabilityModel(MODEL))).returns("ENDED", Told::code);
        ProtocolMachineValidator garbage = answering("no json");
        assertThat(failure(() -> garbage.inspectCapabilityModel(MODEL))).returns("UNREADABLE", Told::code);
        ProtocolMachineValidator noisy =
                validator("cat >/dev/null", "head -c 2000000 /dev/zero | tr '\\0' x >&2", "echo '{\"valid\":true}'");
        assertThat(noisy.verifyInvariants(BundleFixtures.badQuorum()).valid()).isTrue();
        Path missing = directory.resolve("missing");
        assertThat(failure(() -> new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.oneShot(peer.host(), missing))))
                .isEqualTo(told(new Failure.NotFound(Peer.MACHINE_VALIDATOR, missing)));
    }

    @Test
    void each_operation_times_out_under_its_own_name() throws IOException {
        peer.set("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS", "50");
        ProtocolMachineValidator validator = validator("trap '' TERM", "sleep 1000 & echo $! >> \"$PIDS\"", "wait");
        assertThat(failure(() -> validator.verifyInvariants(BundleFixtures.badQuorum())))
                .isEqualTo(told(new Failure.Silent("verifyProtocolBundle", 50, List.of())));
        assertThat(failure(() -> validator.validateReconfigurationTransition(PUBLISHED)))
                .isEqualTo(told(new Failure.Silent("validateReconfigurationTransition", 50, List.of())));
        assertThat(failure(() -> validator.inspectCapabilityModel(MODEL)))
                .isEqualTo(told(new Failure.Silent("inspectCapabilityModel", 50, List.of())));
        peer.assertNothingLeft();
    }

    @Test
    void the_native_validator_is_preferred_to_the_script_and_both_to_the_runner() throws IOException {
        Path root = directory.resolve("workspace");
        Path module = Files.createDirectories(root.resolve("a/b"));
        Files.createDirectories(root.resolve("lean/.lake"));
        RunnerHost host = peer.host(module);
        assertThat(failure(() -> new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.discover(host))))
                .isEqualTo(told(new Failure.NotFound(
                        Peer.MACHINE_VALIDATOR, Path.of("lean/.lake/build/bin/protocol_machine_runner"))));
        Path custom = peer.script(says("custom"));
        assertThat(who(new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.discover(host, custom))))
                .isEqualTo("custom");
        peer.script(root.resolve("lean/.lake/build/bin/protocol_machine_runner"), says("runner"));
        assertThat(who(new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.discover(host))))
                .isEqualTo("runner");
        peer.script(root.resolve("scripts/lean/protocol-machine-validator.sh"), says("script"));
        assertThat(who(new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.discover(host))))
                .isEqualTo("script");
        assertThat(who(new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.discover(host, custom))))
                .isEqualTo("script");
        peer.script(root.resolve("lean/.lake/build/bin/protocol_machine_validator"), says("native"));
        assertThat(who(new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.discover(host))))
                .isEqualTo("native");
    }

    private static String says(String who) {
        return "cat >/dev/null; echo '{\"valid\":false,\"errors\":\"" + who + "\"}'";
    }

    private static String who(ProtocolMachineValidator validator) {
        return validator
                .verifyInvariants(BundleFixtures.badQuorum())
                .errors()
                .getFirst()
                .message();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void our_own_validator_answers_every_operation(boolean serving) throws IOException {
        Path launcher = launcher(ProtocolMachineValidatorMain.class);
        try (ProtocolMachineValidator validator = serving
                ? new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.serving(peer.host(), launcher, PATIENT))
                : new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.oneShot(peer.host(), launcher))) {
            InvariantVerification ack = validator.verifyInvariants(BundleFixtures.threePartyAck());
            assertThat(ack.valid()).isTrue();
            assertThat(ack.errors()).isEmpty();
            assertThat(ack.artifacts().compactText())
                    .contains("\"mode\":\"deterministic_bundle_verifier\"")
                    .contains("\"runtime_critical_transport_theorems_explicit\":true")
                    .contains("\"rust_runtime_critical_transport_theorem_keys\":["
                            + "\"protocol_machine_envelope_adherence\",\"protocol_machine_envelope_admission\","
                            + "\"protocol_envelope_bridge\"]");
            InvariantVerification deadlock = validator.verifyInvariants(BundleFixtures.deadlock());
            assertThat(deadlock.valid()).isFalse();
            assertThat(deadlock.errors()).singleElement().satisfies(issue -> {
                assertThat(issue.code()).isEqualTo("bundle.deadlock_risk");
                assertThat(issue.path()).contains("claims.liveness");
            });
            assertThat(validator.validateReconfigurationTransition(PUBLISHED))
                    .isEqualTo(new TransitionValidation(true, List.of(), Optional.of(PUBLISHED_EVENT)));
            TransitionValidation disjoint = validator.validateReconfigurationTransition(new TransitionRequest(
                    "a", new ReconfigurationPolicy(true, true), 0, List.of("Alice", "Bob"), List.of("Carol", "Dora")));
            assertThat(disjoint.valid()).isFalse();
            assertThat(disjoint.errors())
                    .extracting(PeerIssue::code)
                    .containsExactly("reconfiguration.overlap_required");
            assertThat(disjoint.event())
                    .map(ReconfigurationEvent::overlapPreserved)
                    .contains(false);
            assertThat(validator
                            .validateReconfigurationTransition(TransitionRequest.of(PUBLISHED_EVENT))
                            .event())
                    .contains(PUBLISHED_EVENT);
            assertModel(validator.inspectCapabilityModel(MODEL));
        }
        peer.assertNothingLeft();
        if (serving) {
            assertThat(peer.starts()).hasSize(1);
        }
    }

    /** The compatibility of the answer is the artifact's: the client sent it flat (spec 32 §8). */
    private static void assertModel(JsonValue answer) {
        JsonValue.Obj whole = (JsonValue.Obj) answer;
        assertThat(RuntimeUpgradeArtifact.CODEC.fromTree(
                        whole.members().getOrDefault("runtime_upgrade", JsonValue.NULL), ReadPolicy.STRICT))
                .isEqualTo(MODEL.runtimeUpgrade());
        assertThat(FinalizationPath.CODEC.fromTree(
                        whole.members().getOrDefault("finalization", JsonValue.NULL), ReadPolicy.STRICT))
                .isEqualTo(MODEL.finalization());
        assertThat(whole.members().get("artifacts"))
                .isEqualTo(json("{\"finalization_is_canonical\":true,\"finalization_is_invalidated\":false,"
                        + "\"runtime_upgrade_is_committed_cutover\":true}"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_runner_in_the_place_of_a_validator_refuses_the_operation(boolean serving) throws IOException {
        Path launcher = launcher(ProtocolMachineRunnerMain.class);
        try (ProtocolMachineValidator validator = serving
                ? new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.serving(peer.host(), launcher, PATIENT))
                : new ProtocolMachineValidator(Peer.MACHINE_VALIDATOR.discover(peer.host(), launcher))) {
            assertThat(failure(() -> validator.verifyInvariants(BundleFixtures.badQuorum())))
                    .isEqualTo(told(
                            new Failure.Ended(1, "uncaught exception: unsupported operation: verifyProtocolBundle\n")));
        }
    }

    private Path launcher(Class<?> program) throws IOException {
        return peer.script("exec " + Executables.javaLine(program));
    }

    private static Told told(Failure failure) {
        return Told.of(Peer.MACHINE_VALIDATOR, failure);
    }
}
