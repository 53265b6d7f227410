package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.SemanticEffectRunnerMain;
import dev.paritas.bridge.check.PublishedBundles;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the bundle runners, against our own executable and against peers that misbehave. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers are shell scripts")
@Timeout(300)
class ParityBundleRunnerTest {
    private static final ParityBundleKind<SemanticEffectBundle> KIND = ParityBundleKind.EFFECTS;
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

    private Path own() throws IOException {
        return peer.script("exec " + Executables.javaLine(SemanticEffectRunnerMain.class));
    }

    private Told failure(String... lines) throws IOException {
        Path binary = peer.script(lines);
        return Told.when(() -> KIND.of(KIND.peer().oneShot(peer.host(), binary)));
    }

    @Test
    void our_own_executable_gives_the_published_bundle_both_ways() throws IOException {
        Path binary = own();
        try (var runner = KIND.peer().oneShot(peer.host(), binary)) {
            assertThat(KIND.of(runner)).isEqualTo(PublishedBundles.effects());
        }
        try (var runner = KIND.peer().serving(peer.host(), binary, PATIENT)) {
            assertThat(KIND.of(runner)).isEqualTo(PublishedBundles.effects());
            assertThat(KIND.of(runner)).isEqualTo(PublishedBundles.effects());
        }
        assertThat(peer.starts()).as("one process alone, one serving").hasSize(2);
        peer.assertNothingLeft();
    }

    @Test
    void a_peer_without_the_serving_form_is_asked_one_shot() throws IOException {
        Path binary = peer.script("echo '{\"fixtures\":[],\"schema_version\":\"semantic_effect_parity_v1\"}'");
        try (var runner = KIND.peer().serving(peer.host(), binary, PATIENT)) {
            assertThat(KIND.of(runner).fixtures()).isEmpty();
        }
        peer.assertNothingLeft();
    }

    @Test
    void a_workspace_is_searched_for_its_native_runner() throws IOException {
        assertThat(KIND.peer().tryDiscover(peer.host())).isEmpty();
        peer.script(
                directory.resolve("lean/.lake/build/bin/semantic_effect_parity_runner"),
                "echo '{\"fixtures\":[],\"schema_version\":\"semantic_effect_parity_v1\"}'");
        assertThat(KIND.peer().tryDiscover(peer.host(directory.resolve("a/b"))))
                .hasValueSatisfying(
                        runner -> assertThat(KIND.of(runner).fixtures()).isEmpty());
    }

    @Test
    void a_missing_executable_is_its_own_error() {
        Path nowhere = directory.resolve("nowhere");
        assertThat(Told.when(() -> KIND.peer().oneShot(peer.host(), nowhere)))
                .isEqualTo(new Told("NOT_FOUND", "semantic_effect_parity_runner not found at " + nowhere));
    }

    @Test
    void a_failing_executable_is_told_with_its_exit_code_and_words() throws IOException {
        assertThat(failure("echo no model >&2", "exit 7"))
                .isEqualTo(new Told("ENDED", "semantic_effect_parity_runner failed with exit code 7: no model\n"));
    }

    @Test
    void another_version_is_not_a_parse_error() throws IOException {
        assertThat(failure("echo '{\"fixtures\":[],\"schema_version\":\"semantic_effect_parity_v2\"}'"))
                .returns("OTHER_VERSION", Told::code)
                .satisfies(told -> assertThat(told.message())
                        .startsWith("semantic_effect_parity_runner speaks another version: ")
                        .contains("semantic_effect_parity_v2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "echo '[]'",
                "echo '{'",
                "echo '{\"schema_version\":\"semantic_effect_parity_v1\"}'",
                "echo '{\"fixtures\":[{}],\"schema_version\":\"semantic_effect_parity_v1\"}'",
                "printf '\\377'"
            })
    void any_other_output_is_a_parse_error(String script) throws IOException {
        assertThat(failure(script)).returns("UNREADABLE", Told::code);
    }

    @Test
    void a_silent_executable_is_ended_at_the_deadline() throws IOException {
        peer.set("TELLTALE_LEAN_TIMEOUT_MS", "1500");
        assertThat(failure("sleep 60")).returns("SILENT", Told::code);
        peer.assertNothingLeft();
    }
}
