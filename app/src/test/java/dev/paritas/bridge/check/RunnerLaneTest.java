package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The parity lanes with the runner as a process of its own, started from the test's class path. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
@Timeout(300)
class RunnerLaneTest {
    private static final int CASES = 2;

    @TempDir
    Path folder;

    @Test
    void machine_and_runner_process_agree_on_cases_of_the_corpus() throws IOException {
        List<String> ids = cases(CASES);
        runner("");
        LaneReport report = parity();
        assertThat(report.result())
                .as(String.join("\n", LaneReportText.lines(report)))
                .isEqualTo(LaneResult.PASS);
        LaneCheck check = runnerCheck(report);
        assertThat(check.status()).as(ids.toString()).isEqualTo(CheckStatus.PASS);
        assertThat(check.cases()).isEqualTo(CASES);
    }

    @Test
    void one_changed_event_in_what_the_process_answers_fails_the_lane_and_is_pointed_at() throws IOException {
        cases(1);
        runner(" | sed 's/\\(.*\\)\"kind\":\"received\"/\\1\"kind\":\"acquired\"/'"); // the last one of the line
        LaneReport report = parity();
        assertThat(report.result().exitCode()).isEqualTo(1);
        LaneCheck check = runnerCheck(report);
        assertThat(check.status()).isEqualTo(CheckStatus.FAIL);
        assertThat(check.mismatches())
                .extracting(Mismatch::key)
                .allMatch(key -> key.startsWith("conformance/runner:"))
                .hasSize(2);
        assertThat(check.mismatches())
                .filteredOn(mismatch -> mismatch.key().endsWith(":in_process"))
                .singleElement()
                .satisfies(mismatch -> {
                    assertThat(mismatch.expected()).contains("received");
                    assertThat(mismatch.actual()).contains("acquired");
                });
    }

    @Test
    void a_process_that_answers_nothing_is_no_pass() throws IOException {
        cases(1);
        runner(" | sed d");
        LaneReport report = parity();
        assertThat(runnerCheck(report).status()).isNotEqualTo(CheckStatus.PASS);
        assertThat(report.result()).isNotEqualTo(LaneResult.PASS);
    }

    /** Makes fixtures of the first corpus cases on which machine and dialect agree. {@return their ids} */
    private List<String> cases(int count) throws IOException {
        Path protocols = Files.createDirectories(folder.resolve("fixtures/protocols"));
        List<CorpusCase> agreed = Corpus.read(Checkout.CORPUS).cases().stream()
                .filter(item -> item.seed() != null)
                .filter(item -> {
                    PairRun pair = PairRun.of(item.input(), new MachineSide(), new DialectSide());
                    return pair.verdict() instanceof Verdict.Agree
                            && pair.machine().toString().contains("received");
                })
                .limit(count)
                .toList();
        for (int i = 0; i < agreed.size(); i++) {
            Files.writeString(
                    protocols.resolve(i + ".json"),
                    JsonOutput.compactText(CaseInput.CODEC, agreed.get(i).input()));
        }
        return agreed.stream().map(CorpusCase::id).toList();
    }

    /** Installs the runner; its answer passes through {@code filter}. */
    private void runner(String filter) throws IOException {
        Executables.script(
                folder.resolve("runners/protocol_machine_runner"),
                Executables.javaLine(ProtocolMachineRunnerMain.class) + filter);
    }

    private LaneReport parity() {
        return LaneRunner.run(
                LaneSelection.DEFAULT,
                new LaneEnvironment(
                        folder,
                        folder.resolve("no-corpus"),
                        folder.resolve("fixtures"),
                        folder.resolve("no-reference"),
                        folder.resolve("no-lean"),
                        folder.resolve("runners"),
                        folder.resolve("out"),
                        false),
                LaneProgress.SILENT);
    }

    private static LaneCheck runnerCheck(LaneReport report) {
        return report.checks().stream()
                .filter(one -> one.id().equals("conformance/runner"))
                .findFirst()
                .orElseThrow();
    }
}
