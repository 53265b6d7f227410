package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.RunnerSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.files.DocumentFile;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.ProtocolMachineRunner;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
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
        context.runAsking(CHECK, binary, () -> {
            try (ChildProcesses children = new ChildProcesses();
                    ProtocolMachineRunner runner =
                            ProtocolMachineRunner.withBinaryPath(context.host(children), binary)) {
                return compare(runner, binary, fixtures);
            }
        });
    }

    private LaneContext.Findings compare(ProtocolMachineRunner client, Path binary, Path fixtures) throws IOException {
        RunnerSide runner = new RunnerSide(client, binary);
        List<Path> files;
        try (Stream<Path> list = Files.list(fixtures)) {
            files = list.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        RunnerCases asking = new RunnerCases(context, CHECK, files.size());
        for (Path file : files) {
            CaseInput input = DocumentFile.read(file, ReadPolicy.STRICT, CaseInput.CODEC);
            String id = context.environment().relative(file);
            asking.ask(id, () -> compare(id, input, runner));
        }
        return asking.findings(context.here(ImplementationId.JAVA_MACHINE), client.identity());
    }

    private static List<Mismatch> compare(String id, CaseInput input, RunnerSide runner) {
        List<Mismatch> mismatches = new ArrayList<>();
        SideOutcome outcome = runner.run(input);
        PairRun pair = PairRun.compare(input, new MachineSide().run(input), outcome);
        if (!(pair.verdict() instanceof Verdict.Agree)) {
            mismatches.add(PairFindings.mismatch(ID, id, pair, ""));
        }
        StructuralDifference.first(SideOutcome.CODEC, new DialectSide().run(input), outcome)
                .ifPresent(difference -> mismatches.add(new Mismatch(
                        ID + ":in_process", difference.leftText(), difference.rightText(), id + difference.pointer())));
        return mismatches;
    }
}
