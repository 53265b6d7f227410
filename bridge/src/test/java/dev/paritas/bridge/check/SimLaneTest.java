package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.CorpusFolder;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.scenario.FieldCase;
import dev.paritas.bridge.scenario.ReferenceSimulation;
import dev.paritas.bridge.scenario.SimulationFixture;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lane {@code --sim}: green on clean data, red on each planted change. */
class SimLaneTest {
    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws IOException {
        CaseInput input = JsonInput.read(
                Files.readAllBytes(Checkout.FIXTURES.resolve("protocols/ping_pong.json")),
                ReadPolicy.STRICT,
                CaseInput.CODEC);
        Corpus corpus = Corpus.of("test/1", 0, List.of(CorpusCase.make("fixtures/ping_pong", null, input)));
        CorpusFolder.publish(folder.resolve("corpus"), corpus.files());
        Files.createDirectories(folder.resolve("reference/simulator-scenarios"));
        Files.createDirectories(folder.resolve("runners"));
    }

    private LaneReport run(LaneSelection selection) {
        LaneEnvironment at = LaneEnvironment.at(folder, false);
        return LaneRunner.run(
                selection,
                new LaneEnvironment(
                        at.root(),
                        folder.resolve("corpus"),
                        folder.resolve("no-fixtures"),
                        folder.resolve("reference"),
                        folder.resolve("no-lean"),
                        folder.resolve("runners"),
                        folder.resolve("out"),
                        false),
                LaneProgress.SILENT);
    }

    private void scenario(String toml) throws IOException {
        Files.writeString(folder.resolve("reference/simulator-scenarios/case.toml"), toml);
    }

    private void executable(String name, String... lines) throws IOException {
        Executables.script(
                folder.resolve("runners").resolve(name), "[ \"$1\" = --serve ] && exit 0\n" + String.join("\n", lines));
    }

    @Test
    void what_needs_no_executable_passes_by_default_and_the_rest_is_named() throws IOException {
        scenario("name = \"n\"\nroles = [\"A\"]\nsteps = 1\n[field]\nlayer = \"continuum_field\"\n[field.params]\n"
                + "coupling = 1.0\ncomponents = 1\ninitial_fields = [0.5]\nstep_size = 0.1\n");
        LaneReport report = run(LaneSelection.DEFAULT);
        for (String id : List.of("sim/fields", "sim/parity", "suite/digests", "sim/scenarios")) {
            assertThat(report.check(id).status())
                    .as(String.join("\n", LaneReportText.lines(report)))
                    .isEqualTo(CheckStatus.PASS);
        }
        assertThat(report.check("sim/fields").cases()).isEqualTo(306);
        assertThat(report.check("sim/parity").cases()).isEqualTo(2);
        assertThat(report.check("sim/scenarios").cases()).isEqualTo(1);
        assertThat(report.deviationsUsed()).contains("sim.scenario.float_tokens");
        for (String id : List.of("sim/mirror", "sim/runner", "sim/runner-parity")) {
            assertThat(report.check(id).status()).isEqualTo(CheckStatus.SKIPPED);
        }
        assertThat(run(LaneSelection.SIM).result()).isEqualTo(LaneResult.BLOCKED);
    }

    @Test
    void zero_scenario_files_are_not_a_pass() {
        LaneReport report = run(LaneSelection.SIM);
        assertThat(report.check("sim/scenarios").status()).isEqualTo(CheckStatus.BLOCKED);
        assertThat(report.check("sim/scenarios").skippedReason()).isEqualTo("zero cases were compared");
    }

    @Test
    void a_broken_scenario_file_fails() throws IOException {
        scenario("name = \"n\"\nroles = []\nsteps = 1\n");
        LaneReport report = run(LaneSelection.SIM);
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
        assertThat(report.check("sim/scenarios").mismatches())
                .extracting(Mismatch::actual)
                .containsExactly("scenario.roles must contain at least one role");
    }

    @Test
    void a_mirror_whose_fixture_fails_is_told() throws IOException {
        executable(
                "simulator_parity_tests",
                "echo 'uncaught exception: ising equilibrium fixture mismatch' >&2",
                "exit 1");
        LaneReport report = run(LaneSelection.SIM);
        assertThat(report.check("sim/mirror").mismatches())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.actual()).contains("ising equilibrium fixture mismatch"));
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
    }

    @Test
    void a_runner_that_answers_otherwise_fails_in_all_its_checks() throws IOException {
        executable(
                "protocol_machine_runner",
                "request=$(cat)",
                "case $request in",
                "*'\"operation\":\"runSimulation\"'*)"
                        + " echo '{\"schema_version\":\"lean_bridge.v1\",\"trace\":[],\"artifacts\":{}}' ;;",
                "*) echo '{\"errors\":[],\"valid\":true}' ;;",
                "esac");
        LaneReport report = run(LaneSelection.SIM);
        assertThat(report.check("sim/runner-parity").mismatches())
                .extracting(Mismatch::key)
                .containsExactly("sim/parity:events", "sim/parity:events");
        assertThat(report.check("sim/runner").cases()).isEqualTo(5);
        assertThat(report.check("sim/runner").mismatches())
                .extracting(Mismatch::key)
                .contains("sim/runner:simulation", "sim/runner:verdict");
        assertThat(report.result()).isEqualTo(LaneResult.FAIL);
    }

    @Test
    void a_reference_that_swaps_two_events_fails() {
        SimulationFixture fixture = SimulationFixture.PUBLISHED.getFirst();
        Findings findings = SimulationChecks.parity(new Case<>("ping_pong", fixture), same -> {
            var output = ReferenceSimulation.of(SimulationFixture.request(same));
            var trace = new ArrayList<>(output.trace());
            Collections.swap(trace, 1, 3);
            return SimRunOutput.of(trace, output.artifacts());
        });
        assertThat(findings.mismatches()).extracting(Mismatch::key).contains("event 1");
    }

    @Test
    void the_field_cases_are_the_same_for_a_seed_and_cover_every_layer() {
        List<FieldCase> cases = FieldCase.cases(30, 5);
        assertThat(cases).isEqualTo(FieldCase.cases(30, 5)).hasSize(36);
        assertThat(cases)
                .extracting(item -> item.field().layer())
                .contains("mean_field", "hamiltonian", "continuum_field");
    }
}
