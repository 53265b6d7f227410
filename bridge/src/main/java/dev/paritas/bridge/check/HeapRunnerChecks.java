package dev.paritas.bridge.check;

import dev.paritas.bridge.corpus.DocumentCase;
import dev.paritas.bridge.heap.HeapParityGate;
import dev.paritas.bridge.heap.HeapParitySuite;
import dev.paritas.bridge.implementation.HeapParityRunner;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.Scratch;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runners of the heap's model as processes: the Java one that stands in for it, and the model's own where it is built. */
final class HeapRunnerChecks {
    private static final String ONE_SHOT = "heap/runner";
    private static final String SERVING = "heap/runner-serving";
    private static final String LEAN = "heap/lean";

    private final LaneContext context;

    HeapRunnerChecks(LaneContext context) {
        this.context = context;
    }

    void run(List<DocumentCase<HeapParityCorpus>> cases) {
        List<DocumentCase<HeapParityCorpus>> fixtures =
                cases.stream().filter(DocumentCase::isFixture).toList();
        Path binary = context.environment().runners().resolve("heap_parity_runner");
        Check oneShot =
                Check.independent(ONE_SHOT, "runner executable against the heap on the fixtures, a process each");
        Check serving =
                Check.independent(SERVING, "runner executable against the heap on every parity corpus, serving");
        if (Files.isRegularFile(binary)) {
            asked(oneShot, binary, fixtures, host -> HeapParityRunner.withBinaryPath(host, binary));
            asked(serving, binary, cases, host -> HeapParityRunner.serving(host, binary, SessionLimits.DEFAULT));
        } else {
            String reason = "there is no runner at " + context.environment().relative(binary);
            context.decline(oneShot, SkipCause.EXECUTABLE, reason);
            context.decline(serving, SkipCause.EXECUTABLE, reason);
        }
        lean(fixtures, HeapParityGate.of(context.variables()));
    }

    private void lean(List<DocumentCase<HeapParityCorpus>> fixtures, HeapParityGate gate) {
        Check check = Check.independent(LEAN, "the model's own runner against the heap on the fixtures");
        boolean available = withHost(HeapParityRunner::isAvailable);
        if (available) {
            asked(check, Path.of("heap_parity_runner"), fixtures, HeapParityRunner::requireAvailable);
        } else if (gate.strict()) {
            context.run(
                    check.unheld(),
                    () -> LaneContext.Findings.of(
                            1,
                            List.of(new Mismatch(
                                    LEAN + ":unavailable",
                                    "a heap_parity_runner",
                                    HeapParityGate.UNAVAILABLE,
                                    HeapParityGate.VARIABLE))));
        } else {
            context.skip(check, SkipCause.LEAN_PROJECT, HeapParityGate.SKIPPED);
        }
    }

    private boolean withHost(Predicate<RunnerHost> question) {
        try (ChildProcesses children = new ChildProcesses()) {
            return question.test(context.host(children));
        }
    }

    private void asked(
            Check check,
            Path runner,
            List<DocumentCase<HeapParityCorpus>> cases,
            Function<RunnerHost, HeapParityRunner> open) {
        context.runAsking(check, runner, () -> {
            Path fixture = Scratch.file(".json");
            try (ChildProcesses children = new ChildProcesses();
                    HeapParityRunner client = open.apply(context.host(children))) {
                return compare(check, cases, client, fixture);
            } finally {
                Files.deleteIfExists(fixture);
            }
        });
    }

    private LaneContext.Findings compare(
            Check check, List<DocumentCase<HeapParityCorpus>> cases, HeapParityRunner runner, Path fixture)
            throws IOException {
        RunnerCases asking = new RunnerCases(context, check, cases.size());
        for (DocumentCase<HeapParityCorpus> item : cases) {
            Scratch.write(fixture, JsonOutput.compactBytes(HeapParityCorpus.CODEC, item.document()));
            asking.ask(
                    item.id(),
                    () -> HeapLane.mismatches(
                            check.id(), item.id(), HeapParitySuite.check(runner.runFixture(fixture), item.document())));
        }
        return asking.findings(context.here(ImplementationId.JAVA_MACHINE), runner.identity());
    }
}
