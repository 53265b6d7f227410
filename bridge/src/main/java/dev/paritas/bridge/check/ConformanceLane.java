package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.DivergenceClass;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code --conformance}: machine against reference dialect, traces and steps. The fixtures must agree; generated cases
 * may part only in ways that spec 22 §16 lists, and every folder of a known divergence must still show its own.
 */
final class ConformanceLane {
    private static final String FIXTURES = "conformance/fixtures";
    private static final String GENERATED = "conformance/generated";
    private static final String DIVERGENCES = "conformance/divergences";

    private final LaneContext context;
    private final Side machine = new MachineSide();
    private final Side lean = new DialectSide();

    ConformanceLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        fixtures();
        generated();
        divergences();
        new RunnerChecks(context).run();
    }

    private void fixtures() {
        Check check = Check.independent(FIXTURES, "machine against reference dialect on the fixtures, step by step");
        Path folder = context.environment().fixtures().resolve("protocols");
        if (!context.environment().has(folder)) {
            context.decline(
                    check,
                    SkipCause.FIXTURES,
                    "there are no fixtures at " + context.environment().relative(folder));
            return;
        }
        context.run(check, () -> {
            Map<String, CaseInput> cases = inputs(folder);
            PairFindings findings = new PairFindings(context, FIXTURES, machine.answerer(), lean.answerer());
            for (Map.Entry<String, CaseInput> item : cases.entrySet()) {
                findings.agreeing(item.getKey(), PairRun.of(item.getValue(), machine, lean));
            }
            return sided(findings.findings());
        });
    }

    private LaneContext.Findings sided(LaneContext.Findings findings) {
        return findings.between(context.here(ImplementationId.JAVA_MACHINE), context.here(ImplementationId.JAVA_MODEL));
    }

    private Map<String, CaseInput> inputs(Path folder) throws IOException {
        Map<String, CaseInput> cases = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                cases.put(
                        context.environment().relative(file),
                        JsonInput.read(context.read(file), ReadPolicy.STRICT, CaseInput.CODEC));
            }
        }
        return cases;
    }

    private void generated() {
        Optional<Corpus> corpus = context.corpus("conformance");
        if (corpus.isEmpty()) {
            return;
        }
        Check check = Check.independent(GENERATED, "machine against reference dialect on the generated cases");
        context.run(check, () -> {
            List<CorpusCase> cases = corpus.get().cases().stream()
                    .filter(item -> item.seed() != null)
                    .toList();
            PairFindings findings = new PairFindings(context, GENERATED, machine.answerer(), lean.answerer());
            long done = 0;
            for (CorpusCase item : cases) {
                findings.classified(item.id(), item.seed(), PairRun.of(item.input(), machine, lean));
                context.progress().advance(GENERATED, ++done, cases.size());
            }
            return sided(findings.findings());
        });
    }

    private void divergences() {
        Check check = Check.recorded(DIVERGENCES, "each known divergence shows its own class");
        Path folder = context.environment().fixtures().resolve("divergence");
        if (!context.environment().has(folder)) {
            context.decline(
                    check,
                    SkipCause.FIXTURES,
                    "there are no fixtures at " + context.environment().relative(folder));
            return;
        }
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            List<Path> folders;
            try (Stream<Path> list = Files.list(folder)) {
                folders = list.filter(Files::isDirectory).sorted().toList();
            }
            for (Path one : folders) {
                Reproducer reproducer = Reproducer.read(one);
                List<String> shown = reproducer.recorded().knownClasses().stream()
                        .map(DivergenceClass::word)
                        .toList();
                String expected = reproducer.about().kind();
                if (!shown.contains(expected)) {
                    mismatches.add(new Mismatch(
                            DIVERGENCES + ":" + expected,
                            expected,
                            String.join(",", shown),
                            context.environment().relative(one)));
                }
            }
            return LaneContext.Findings.of(folders.size(), mismatches);
        });
    }
}
