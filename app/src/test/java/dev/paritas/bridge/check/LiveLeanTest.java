package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.paritas.bridge.compare.AnswerDifference;
import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.LeanModel;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.ModelAnswer;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.PeerPool;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.testsupport.Await;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lanes with the model as Lean executes it; skipped with the reason where Lean is not set up. */
@Timeout(600)
class LiveLeanTest {
    @TempDir
    Path folder;

    private final ChildProcesses children = new ChildProcesses();
    private Path runner = Path.of("");

    @BeforeEach
    void find() {
        for (String name : List.of(LeanToolchain.VALIDATOR, LeanToolchain.HEAP, LeanToolchain.MACHINE)) {
            switch (LeanToolchain.find(Checkout.ROOT.resolve("lean"), System.getenv(), name)) {
                case LeanToolchain.Found found -> runner = found.executable();
                case LeanToolchain.Unavailable none -> abort("no Lean here: " + none.reason());
            }
        }
    }

    @AfterEach
    void end() {
        children.close();
    }

    private PeerPool pool() {
        return Peer.MACHINE.pool(new RunnerHost(children, folder, System.getenv()), runner, 1, SessionLimits.LEAN);
    }

    private LaneEnvironment environment(Path corpus) {
        LaneEnvironment at = LaneEnvironment.at(Checkout.ROOT, false);
        return new LaneEnvironment(
                at.root(),
                corpus,
                at.fixtures(),
                folder.resolve("no-reference"),
                at.lean(),
                folder.resolve("no-runners"),
                folder.resolve("out"),
                false);
    }

    /** {@code mu X. A->B m. X} for a while: Lean takes seconds for it. */
    private static CaseInput longRun() {
        return CaseInput.of(
                ChoreographyJson.of(new GlobalType.Mu("X", GlobalType.comm("A", "B", "m", new GlobalType.Var("X")))),
                8_000);
    }

    @Test
    void a_small_corpus_passes_the_lane() throws IOException {
        Path corpus = SmallCorpus.publish(Corpus.read(Checkout.CORPUS), 24, 3, 3, folder.resolve("corpus"));
        LaneReport report = LaneRunner.run(LaneSelection.LEAN, environment(corpus), LaneProgress.SILENT);
        assertThat(report.checks())
                .as(String.join("\n", LaneReportText.lines(report)))
                .filteredOn(check -> check.status() == CheckStatus.PASS)
                .extracting(LaneCheck::id)
                .contains("lean/projections", "lean/checks", "lean/machine", "lean/heap");
        assertThat(report.result().exitCode()).isZero();
    }

    @Test
    void fresh_protocols_run_alike_in_java_and_in_lean() {
        FuzzPlan plan = new FuzzPlan(25, 7_000);
        LaneContext context = new LaneContext(environment(folder), LaneProgress.SILENT, true);
        try (PeerPool pool = pool()) {
            new FuzzChecks(context, plan, new MachineSide(), new DialectSide())
                    .lean(new LeanModel(pool), new Answerer(pool.identity(), List.of()), pool::each);
        }
        LaneCheck check = context.checks().getFirst();
        assertThat(check.status()).as(plan.options() + " " + check.mismatches()).isEqualTo(CheckStatus.PASS);
        assertThat(check.cases()).isEqualTo(25);
    }

    /** {@return the processor time of {@code processes} so far} */
    private static Duration busy(List<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void a_lean_process_killed_in_the_middle_of_a_run_is_replaced_and_none_is_left() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        try (PeerPool pool = pool()) {
            LeanModel lean = new LeanModel(pool);
            ModelAnswer small = lean.answer(longRun().within(3));
            CompletableFuture<ModelAnswer> answer = CompletableFuture.supplyAsync(() -> lean.answer(longRun()));
            List<ProcessHandle> started = ProcessHandle.current()
                    .descendants()
                    .filter(process -> !before.contains(process))
                    .toList();
            assertThat(started).isNotEmpty();
            Duration soFar = busy(started);
            Await.until(
                    "work on the request",
                    Duration.ofSeconds(60),
                    () -> busy(started).minus(soFar).toMillis() >= 100);
            started.forEach(process -> assertThat(process.destroyForcibly()).isTrue());
            assertThat(AnswerDifference.between(
                            ModelAnswer.of(new DialectSide().run(longRun())), answer.get(400, TimeUnit.SECONDS)))
                    .isEmpty();
            assertThat(lean.answer(longRun().within(3))).isEqualTo(small);
        }
        assertThat(ProcessHandle.current().descendants().filter(process -> !before.contains(process)))
                .isEmpty();
    }
}
