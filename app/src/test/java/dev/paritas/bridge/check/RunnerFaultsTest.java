package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every lane with runners that die, babble or say nothing: one rule for all, and a cost of checks rather than cases. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runners are shell scripts")
@DisabledIfEnvironmentVariable(
        named = "PARITAS_LEAN_RUNNERS",
        matches = ".+",
        disabledReason = "the setting of this machine would win")
class RunnerFaultsTest {
    private static final String DEADLINE = "300";
    private static final List<String> EXECUTABLES = List.of(
            LeanToolchain.VALIDATOR,
            LeanToolchain.MACHINE,
            LeanToolchain.MACHINE_VALIDATOR,
            LeanToolchain.HEAP,
            LeanToolchain.EFFECTS,
            LeanToolchain.SEARCH,
            LeanToolchain.CONFORMANCE,
            "simulator_parity_tests");
    private static final Set<String> ASKING = Set.of(
            "projection/live",
            "projection/generated",
            "projection/pipeline",
            "projection/fragment",
            "projection/exported",
            "projection/asked-pairs",
            "bundles/executable",
            "heap/runner",
            "heap/runner-serving",
            "effects/runner",
            "search/runner",
            "sim/mirror",
            "sim/runner-parity",
            "sim/runner",
            "conformance/runner");
    private static final Set<String> OF_LEAN = Set.of(
            "lean/projections",
            "lean/checks",
            "lean/pairs",
            "lean/logs",
            "lean/role-traces",
            "lean/machine",
            "lean/conformance",
            "lean/heap",
            "lean/bundles",
            "lean/effects",
            "lean/search");

    @TempDir
    Path folder;

    private Path corpus = Path.of("");
    private final Map<String, String> variables = new HashMap<>(System.getenv());

    @BeforeEach
    void publish() throws IOException {
        corpus = SmallCorpus.publish(Corpus.read(Checkout.CORPUS), 20, 5, 20, folder.resolve("corpus"));
        variables.put("TELLTALE_LEAN_TIMEOUT_MS", DEADLINE);
        variables.put("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS", DEADLINE);
    }

    private Path starts() {
        return folder.resolve("starts");
    }

    /** Each executable in {@code place} notes its start and then does {@code body}. */
    private void runners(Path place, String body) throws IOException {
        Files.createDirectories(place);
        for (String name : EXECUTABLES) {
            Path script = place.resolve(name);
            Executables.script(script, "echo " + name + " >>'" + starts() + "'", body);
        }
    }

    private List<LaneCheck> run() {
        List<LaneCheck> checks = new ArrayList<>(run(
                corpus,
                false,
                LaneSelection.CONFORMANCE,
                LaneSelection.BUNDLES,
                LaneSelection.HEAP,
                LaneSelection.EFFECTS,
                LaneSelection.SEARCH,
                LaneSelection.SIM));
        checks.addAll(run(Checkout.CORPUS, false, LaneSelection.PROJECTION));
        return checks;
    }

    private List<LaneCheck> run(Path cases, boolean requireLean, LaneSelection... lanes) {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        LaneContext context = new LaneContext(
                new LaneEnvironment(
                        folder,
                        cases,
                        at.fixtures(),
                        folder.resolve("no-reference"),
                        folder.resolve("lean"),
                        folder.resolve("runners"),
                        folder.resolve("out"),
                        false),
                LaneProgress.SILENT,
                true,
                variables);
        for (LaneSelection lane : lanes) {
            LaneRunner.run(lane, context, new LaneOptions(requireLean, LaneOptions.DEFAULT.fuzz()));
        }
        return context.checks();
    }

    private static Set<String> ids(List<LaneCheck> checks, CheckStatus status, Set<String> among) {
        Set<String> ids = new TreeSet<>();
        checks.stream()
                .filter(check -> check.status() == status && among.contains(check.id()))
                .forEach(check -> ids.add(check.id()));
        return ids;
    }

    private static String ended(List<LaneCheck> checks) {
        StringBuilder text = new StringBuilder();
        checks.forEach(check -> text.append(check.id())
                .append(' ')
                .append(check.status())
                .append(' ')
                .append(check.skippedReason())
                .append('\n'));
        return text.toString();
    }

    private Map<String, Integer> started() throws IOException {
        Map<String, Integer> started = new HashMap<>();
        Files.readAllLines(starts()).forEach(name -> started.merge(name, 1, Integer::sum));
        return started;
    }

    private static LaneCheck check(List<LaneCheck> checks, String id) {
        return checks.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"echo bad luck >&2; exit 3", "echo bad luck >&2; echo no answer at all; exit 0", "kill -9 $$"})
    void a_runner_without_an_answer_breaks_each_check_and_fails_none(String body) throws IOException {
        runners(folder.resolve("runners"), body);
        List<LaneCheck> checks = run();
        assertThat(ids(checks, CheckStatus.BROKEN, ASKING)).as(ended(checks)).isEqualTo(new TreeSet<>(ASKING));
        LaneReport report = LaneReport.of("x", "x", false, List.of(), Map.of(), checks, List.of());
        assertThat(report.result().exitCode()).isEqualTo(3);
        assertThat(check(checks, "sim/runner").failures()).hasSize(2).first().satisfies(failure -> {
            assertThat(failure.location()).as("the case").startsWith("fixtures/");
            if (body.contains("exit 3")) {
                assertThat(failure.exitCode()).isEqualTo(3);
            }
            if (body.startsWith("kill")) {
                assertThat(failure.exitCode()).isEqualTo(137);
            }
            if (body.contains("bad luck")) {
                assertThat(failure.stderr()).contains("bad luck");
            }
        });
        if (body.contains("bad luck")) {
            assertThat(LaneReportText.lines(report)).contains("         | bad luck");
        }
    }

    @Test
    void a_silent_runner_costs_two_deadlines_and_not_one_a_case() throws IOException {
        runners(folder.resolve("runners"), "exec sleep 600");
        List<LaneCheck> checks = run();
        assertThat(ids(checks, CheckStatus.BROKEN, ASKING)).as(ended(checks)).isEqualTo(new TreeSet<>(ASKING));
        // 2 chances for each executable; the question who it is costs one start more for each check at most.
        assertThat(started())
                .allSatisfy((name, times) -> assertThat(times).as(name).isLessThanOrEqualTo(6));
        assertThat(check(checks, "sim/runner").skippedReason()).contains("0 cases were compared");
    }

    @Test
    void a_silent_lean_costs_one_deadline_a_runner() throws IOException {
        runners(folder.resolve("lean/.lake/build/bin"), "exec sleep 600");
        List<LaneCheck> checks = run(corpus, false, LaneSelection.LEAN);
        assertThat(ids(checks, CheckStatus.BROKEN, OF_LEAN)).as(ended(checks)).isEqualTo(new TreeSet<>(OF_LEAN));
        assertThat(started())
                .allSatisfy((name, times) -> assertThat(times).as(name).isEqualTo(1));
    }

    @Test
    void an_executable_that_is_not_the_lean_model_is_never_taken_for_it() throws IOException {
        runners(
                folder.resolve("lean/.lake/build/bin"),
                "echo '{\"implementation\":{\"digest\":\"ab\",\"kind\":\"java-model\"},"
                        + "\"name\":\"protocol_machine_runner\",\"operations\":[\"run\"],"
                        + "\"schema_versions\":[\"lean_bridge.v1\"],\"version\":\"1\"}'");
        variables.remove("TELLTALE_LEAN_TIMEOUT_MS");
        variables.remove("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS");
        List<LaneCheck> checks = run(corpus, false, LaneSelection.LEAN, LaneSelection.FUZZ);
        assertThat(ids(checks, CheckStatus.BLOCKED, OF_LEAN)).as(ended(checks)).isEqualTo(new TreeSet<>(OF_LEAN));
        assertThat(check(checks, "fuzz/lean").status()).isEqualTo(CheckStatus.BLOCKED);
        assertThat(check(checks, "lean/machine").skippedReason())
                .startsWith("lean/.lake/build/bin/protocol_machine_runner is not the Lean model, but"
                        + " protocol_machine_runner 1 (java-model ab)");
        List<LaneCheck> required = run(corpus, true, LaneSelection.LEAN, LaneSelection.FUZZ);
        assertThat(ids(required, CheckStatus.FAIL, OF_LEAN)).isEqualTo(new TreeSet<>(OF_LEAN));
        assertThat(LaneReport.of("x", "x", false, List.of(), Map.of(), required, List.of())
                        .totals()
                        .evidence()
                        .independent())
                .as("fuzz/machine alone")
                .isEqualTo(1);
        assertThat(check(required, "fuzz/lean").mismatches())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.key()).isEqualTo("fuzz/lean:identity"));
    }
}
