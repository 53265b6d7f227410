package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.ConformanceRunnerMain;
import dev.paritas.app.executable.HeapParityRunnerMain;
import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.app.executable.ProtocolMachineValidatorMain;
import dev.paritas.app.executable.SearchParityRunnerMain;
import dev.paritas.app.executable.SemanticEffectRunnerMain;
import dev.paritas.app.executable.TelltaleValidator;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lane with our own executables in the place of built Lean runners, so that they can be tampered with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runners are shell scripts")
@DisabledIfEnvironmentVariable(
        named = "PARITAS_LEAN_RUNNERS",
        matches = ".+",
        disabledReason = "the setting of this machine would win")
class LeanLaneTest {
    private static final int RUNS = 40;

    /** What makes our executable look like the model's. */
    private static final String CLAIMS = " | sed -u -e 's/\"kind\":\"java-[a-z]*\"/\"kind\":\"lean-model\"/'";

    @TempDir
    Path folder;

    private Path corpus = Path.of("");

    @BeforeEach
    void publish() throws IOException {
        corpus = SmallCorpus.publish(Corpus.read(Checkout.CORPUS), RUNS, 5, 20, folder.resolve("corpus"));
    }

    /** A runner whose answers go through {@code filter}. */
    private LeanLaneTest runner(String name, Class<?> program, String filter) throws IOException {
        Path runner = folder.resolve("lean/.lake/build/bin").resolve(name);
        Executables.script(runner, Executables.javaLine(program) + CLAIMS + filter);
        return this;
    }

    private LaneReport report(boolean requireLean) {
        return LaneRunner.run(
                LaneSelection.LEAN,
                environment(),
                new LaneOptions(requireLean, LaneOptions.DEFAULT.fuzz()),
                LaneProgress.SILENT);
    }

    private LaneEnvironment environment() {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        return new LaneEnvironment(
                at.root(),
                corpus,
                at.fixtures(),
                folder.resolve("no-reference"),
                folder.resolve("lean"),
                folder.resolve("no-runners"),
                folder.resolve("out"),
                false);
    }

    @Test
    void faithful_runners_pass_and_every_case_is_compared() throws IOException {
        runner(LeanToolchain.VALIDATOR, TelltaleValidator.class, "")
                .runner(LeanToolchain.MACHINE, ProtocolMachineRunnerMain.class, "")
                .runner(LeanToolchain.HEAP, HeapParityRunnerMain.class, "")
                .runner(LeanToolchain.MACHINE_VALIDATOR, ProtocolMachineValidatorMain.class, "")
                .runner(LeanToolchain.EFFECTS, SemanticEffectRunnerMain.class, "")
                .runner(LeanToolchain.SEARCH, SearchParityRunnerMain.class, "")
                .runner(LeanToolchain.CONFORMANCE, ConformanceRunnerMain.class, "");
        LaneReport report = report(true);
        assertThat(report.checks())
                .extracting(LaneCheck::id)
                .containsExactly(
                        "lean/digests",
                        "lean/projections",
                        "lean/checks",
                        "lean/reference-digests",
                        "lean/pairs",
                        "lean/logs",
                        "lean/role-traces",
                        "lean/machine",
                        "lean/conformance",
                        "lean/heap",
                        "lean/bundles",
                        "lean/effects",
                        "lean/search");
        assertThat(report.result()).isEqualTo(LaneResult.PASS);
        assertThat(report.check("lean/projections").cases()).isGreaterThanOrEqualTo(RUNS);
        assertThat(report.check("lean/checks").cases()).isGreaterThan(RUNS);
        assertThat(report.check("lean/pairs").cases()).isEqualTo(250);
        assertThat(report.check("lean/logs").cases()).isGreaterThan(150);
        assertThat(report.check("lean/machine").cases()).isEqualTo(RUNS);
        assertThat(report.check("lean/conformance").cases()).isBetween(RUNS / 2L, (long) RUNS);
        assertThat(report.check("lean/heap").cases()).isEqualTo(5);
        assertThat(report.check("lean/bundles").cases()).isEqualTo(20);
        assertThat(report.check("lean/effects").cases()).isPositive();
        assertThat(report.check("lean/search").cases()).isPositive();
    }

    @Test
    void a_monitor_that_differs_fails_with_the_seed() throws IOException {
        runner(LeanToolchain.CONFORMANCE, ConformanceRunnerMain.class, " | sed -u -e 's/so_far/complete/'");
        LaneReport report = report(false);
        assertThat(report.check("lean/logs").status()).isEqualTo(CheckStatus.FAIL);
        assertThat(report.check("lean/logs").mismatches())
                .first()
                .extracting(Mismatch::location)
                .asString()
                .startsWith("seed ");
    }

    @Test
    void a_validator_that_differs_fails_with_the_place() throws IOException {
        runner(
                LeanToolchain.VALIDATOR,
                TelltaleValidator.class,
                " | sed -u -e 's/\"kind\":\"recv\"/\"kind\":\"send\"/g' -e 's/\"result\":true/\"result\":false/'");
        LaneReport report = report(false);
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("lean/checks").status()).isEqualTo(CheckStatus.FAIL);
        assertThat(report.check("lean/projections").mismatches())
                .first()
                .extracting(Mismatch::location)
                .asString()
                .startsWith("corpus/");
    }

    @Test
    void a_machine_that_differs_in_a_step_fails_with_step_and_explanation() throws IOException {
        runner(
                LeanToolchain.MACHINE,
                ProtocolMachineRunnerMain.class,
                " | sed -u -e 's/\"exec_status\":\"halted\"/\"exec_status\":\"continue\"/g'");
        LaneReport report = report(false);
        assertThat(report.check("lean/conformance").status()).isEqualTo(CheckStatus.FAIL);
        assertThat(report.check("lean/machine").mismatches()).first().satisfies(mismatch -> {
            assertThat(mismatch.key()).isEqualTo("lean/machine:fixtures/binary_choice");
            assertThat(mismatch.location()).isEqualTo("fixtures/binary_choice/step_states/2/exec_status");
            assertThat(mismatch.expected()).isEqualTo("\"halted\"");
            assertThat(mismatch.actual())
                    .startsWith(
                            "\"continue\" (step 2 differs in exec_status; after the normalisations of docs/comparison.md, step 2"
                                    + " parts first:");
        });
    }

    @Test
    void a_program_counter_is_compared_although_the_steps_of_the_machine_overlook_it() throws IOException {
        runner(
                LeanToolchain.MACHINE,
                ProtocolMachineRunnerMain.class,
                " | sed -u -e 's/\"selected_pc\":[0-9]*/\"selected_pc\":77/g'");
        LaneReport report = report(false);
        assertThat(report.check("lean/conformance").status()).isNotEqualTo(CheckStatus.FAIL);
        assertThat(report.check("lean/machine").mismatches())
                .first()
                .extracting(Mismatch::actual)
                .asString()
                .endsWith(
                        "(step 0 differs in selected_pc; after the normalisations of docs/comparison.md, the steps are equal)");
    }

    @Test
    void a_heap_that_differs_fails_with_the_place() throws IOException {
        runner(LeanToolchain.HEAP, HeapParityRunnerMain.class, " | sed -u -e 's/\"stable\":true/\"stable\":false/'");
        LaneCheck check = report(false).check("lean/heap");
        assertThat(check.mismatches()).hasSize(5).first().satisfies(mismatch -> {
            assertThat(mismatch.expected()).isEqualTo("true");
            assertThat(mismatch.location()).endsWith("/replay/stable");
        });
    }

    @Test
    void runners_that_die_break_the_checks_off() throws IOException {
        runner(LeanToolchain.VALIDATOR, TelltaleValidator.class, " </dev/null >/dev/null; exit 3")
                .runner(LeanToolchain.MACHINE, ProtocolMachineRunnerMain.class, " </dev/null >/dev/null; exit 3")
                .runner(LeanToolchain.HEAP, HeapParityRunnerMain.class, " </dev/null >/dev/null; exit 3");
        assertThat(report(false).checks())
                .filteredOn(check -> List.of(
                                "lean/projections", "lean/checks", "lean/machine", "lean/conformance", "lean/heap")
                        .contains(check.id()))
                .hasSize(5)
                .extracting(LaneCheck::status)
                .containsOnly(CheckStatus.BROKEN);
    }

    @Test
    void without_lean_the_lane_is_skipped_with_every_reason() {
        LaneReport report = report(false);
        assertThat(report.checks())
                .hasSize(11)
                .allSatisfy(check -> assertThat(check.status()).isEqualTo(CheckStatus.SKIPPED));
        assertThat(report.check("lean/machine").skippedReason())
                .contains("lake has built no protocol_machine_runner", "just lean-setup");
        assertThat(report.check("lean/effects").skippedReason())
                .contains("lake has built no semantic_effect_parity_runner");
        assertThat(report.result()).isEqualTo(LaneResult.BLOCKED);
    }

    @Test
    void where_lean_is_required_its_absence_fails() {
        LaneReport report = report(true);
        assertThat(report.checks())
                .filteredOn(check -> check.status() == CheckStatus.FAIL)
                .extracting(LaneCheck::id)
                .containsExactly(
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
        assertThat(report.check("lean/machine").mismatches()).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.key()).isEqualTo("lean/machine:unavailable");
            assertThat(mismatch.actual()).contains("lake has built no protocol_machine_runner");
        });
        assertThat(report.result().exitCode()).isEqualTo(1);
    }
}
