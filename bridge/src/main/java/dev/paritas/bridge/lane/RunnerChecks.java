package dev.paritas.bridge.lane;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.RunnerSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.bridge.runner.ProtocolMachineRunner;
import dev.paritas.bridge.runner.ProtocolMachineRunnerException;
import dev.paritas.bridge.runner.RunnerHost;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Machine against the runner executable, and the executable against the dialect in this process. */
final class RunnerChecks {
    private static final String ID = "conformance/runner";
    private static final Check CHECK = Check.independent(ID, "machine against the runner executable on the fixtures");

    private final LaneContext context;

    RunnerChecks(LaneContext context) {
        this.context = context;
    }

    void run() {
        Path binary = context.environment().runners().resolve("protocol_machine_runner");
        Path fixtures = context.environment().fixtures().resolve("protocols");
        if (!Files.isRegularFile(binary) || !Files.isDirectory(fixtures)) {
            context.decline(
                    CHECK,
                    SkipCause.EXECUTABLE,
                    "there is no runner at " + context.environment().relative(binary));
            return;
        }
        context.run(CHECK, () -> {
            try (ChildProcesses children = new ChildProcesses()) {
                return compare(
                        new RunnerSide(ProtocolMachineRunner.withBinaryPath(
                                new RunnerHost(children, context.environment().root(), System.getenv()), binary)),
                        fixtures);
            } catch (ProtocolMachineRunnerException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }

    private LaneContext.Findings compare(RunnerSide runner, Path fixtures) throws IOException {
        List<Mismatch> mismatches = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> list = Files.list(fixtures)) {
            files = list.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        long done = 0;
        for (Path file : files) {
            CaseInput input = JsonInput.read(Files.readAllBytes(file), ReadPolicy.STRICT, CaseInput.CODEC);
            PairRun pair = PairRun.of(input, new MachineSide(), runner);
            String id = context.environment().relative(file);
            if (!(pair.verdict() instanceof Verdict.Agree) || pair.unexplained()) {
                String kind = pair.verdict() instanceof Verdict.Diverge(DivergenceReport report)
                        ? report.classWord()
                        : "steps";
                mismatches.add(
                        new Mismatch(ID + ":" + kind, "agreement", pair.lines().getFirst(), id));
            }
            StructuralDifference.first(SideOutcome.CODEC, new DialectSide().run(input), runner.run(input))
                    .ifPresent(difference -> mismatches.add(new Mismatch(
                            ID + ":in_process",
                            difference.leftText(),
                            difference.rightText(),
                            id + difference.pointer())));
            context.progress().advance(ID, ++done, files.size());
        }
        return LaneContext.Findings.of(files.size(), mismatches);
    }
}
