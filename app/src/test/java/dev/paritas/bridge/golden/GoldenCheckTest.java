package dev.paritas.bridge.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.ScriptedPeer;
import dev.paritas.testsupport.TypeTexts;
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

/** Nothing compared is no pass, and every case that was not compared is named. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
@Timeout(300)
class GoldenCheckTest {
    private static final String ANSWER = "{\"success\":true,\"projections\":{\"A\":" + ProtocolTexts.PING_A + ",\"B\":"
            + ProtocolTexts.PING_B + "}}";

    @TempDir
    Path directory;

    private ScriptedPeer peer;
    private Path golden;

    @BeforeEach
    void open() throws IOException {
        peer = new ScriptedPeer(directory);
        golden = directory.resolve("golden");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private GoldenCheck check(String... validator) throws IOException {
        try (LeanRunner runner = new LeanRunner(Peer.VALIDATOR.oneShot(peer.host(), peer.script(validator)))) {
            return EquivalenceChecker.withPeer(golden, ProjectionPeer.of(runner))
                    .checkGolden();
        }
    }

    private void put(String file, String text) throws IOException {
        Path path = golden.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void ping(String name) throws IOException {
        put(name + "/input.json", ProtocolTexts.PING);
        put(name + "/A.expected.json", ProtocolTexts.PING_A);
        put(name + "/B.expected.json", ProtocolTexts.PING_B);
    }

    @Test
    void a_missing_or_empty_folder_compares_nothing() throws IOException {
        assertThat(check("exit 9").outcomes()).isEmpty();
        Files.createDirectory(golden);
        assertThat(check("exit 9").outcomes()).isEmpty();
        assertThat(peer.starts()).isEmpty();
    }

    @Test
    void every_folder_is_compared_skipped_or_failed_by_name() throws IOException {
        ping("good");
        ping("drifted");
        put("drifted/A.expected.json", TypeTexts.END);
        put("empty/notes.txt", "no input here");
        Files.createDirectories(golden.resolve("folder/input.json"));
        ping("torn");
        put("torn/input.json", "{");
        ping("half");
        put("half/A.expected.json", "{\"kind\":");
        GoldenCheck check = check(ScriptedPeer.output(ANSWER));
        assertThat(check.compared())
                .containsExactly(
                        new GoldenCheck.Outcome.Compared("drifted", List.of("drifted:A")),
                        new GoldenCheck.Outcome.Compared("good", List.of()));
        assertThat(check.skipped()).containsExactly(new GoldenCheck.Outcome.Skipped("empty", "no input.json"));
        assertThat(check.failed())
                .extracting(GoldenCheck.Outcome.Failed::name)
                .containsExactly("folder", "half", "torn");
        assertThat(check.failed().get(0).reason()).isEqualTo("input.json is no file");
        assertThat(check.failed().get(1).reason()).startsWith("JSON error: A.expected.json: ");
        assertThat(check.failed().get(2).reason()).startsWith("JSON error: input.json: ");
        assertThat(check.drift()).containsExactly("drifted:A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 3 | the runner ended with exit code 3 and no answer",
                "kill -9 $$ | the runner ended with exit code 137 and no answer",
                "exit 0 | the answer of the runner cannot be used: ",
                "echo '{\"success\":true,' > \"$last\" | the answer of the runner cannot be used: ",
                "echo '{\"success\":false,\"error\":\"cannot decode\"}' > \"$last\" | the validator gives no projections: cannot decode",
                "echo '{\"success\":false,\"error\":\"cannot decode\"}' > \"$last\"; exit 1 | the runner refused its input: cannot decode",
                "echo '{\"projections\":{}}' > \"$last\" | the validator gives no projections",
                "echo '{\"success\":\"true\",\"projections\":{}}' > \"$last\" | the validator gives no projections",
                "echo '{\"success\":true,\"projections\":5}' > \"$last\" | the projections of the validator cannot be read"
            })
    void a_validator_that_fails_every_case_compares_none(String validator, String reason) throws IOException {
        ping("a");
        ping("b");
        GoldenCheck check = check(validator);
        assertThat(check.compared()).isEmpty();
        assertThat(check.failed()).extracting(GoldenCheck.Outcome.Failed::name).containsExactly("a", "b");
        assertThat(check.failed())
                .allSatisfy(item -> assertThat(item.reason()).startsWith(reason).doesNotContain("Exception"));
    }

    @Test
    void a_validator_without_roles_is_drift_where_there_are_files_and_nothing_where_there_are_none()
            throws IOException {
        ping("a");
        put("bare/input.json", ProtocolTexts.PING);
        GoldenCheck check = check(ScriptedPeer.output("{\"success\":true,\"projections\":{}}"));
        assertThat(check.drift()).containsExactly("a:A (stale)", "a:B (stale)");
        assertThat(check.skipped()).containsExactly(new GoldenCheck.Outcome.Skipped("bare", "no role on either side"));
    }

    @Test
    void a_silent_validator_costs_two_deadlines_and_its_last_words_are_kept() throws IOException {
        peer.set("TELLTALE_LEAN_TIMEOUT_MS", "1500");
        for (String name : new String[] {"a", "b", "c", "d"}) {
            ping(name);
        }
        GoldenCheck check = check("echo 'no licence' >&2", "exec sleep 1000");
        assertThat(check.failed()).hasSize(4).allSatisfy(item -> {
            assertThat(item.reason()).startsWith("the runner did not answer ");
            assertThat(item.stderrTail()).containsExactly("no licence");
        });
        assertThat(peer.starts()).hasSize(2);
        peer.assertNothingLeft();
    }
}
