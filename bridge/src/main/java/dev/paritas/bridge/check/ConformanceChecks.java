package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.DivergenceClass;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.RunnerSide;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.files.DocumentFile;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code --conformance}: machine against reference dialect, traces and steps. The fixtures must agree; generated cases
 * may part only in ways that spec 22 §16 lists, and every folder of a known divergence must still show its own.
 */
final class ConformanceChecks {
    private static final List<String> SIDES = List.of(ImplementationId.JAVA_MACHINE, ImplementationId.JAVA_MODEL);

    private static final Check FIXTURES = Check.independent(
            "conformance/fixtures", "machine against reference dialect on the fixtures, step by step");
    private static final Check GENERATED =
            Check.independent("conformance/generated", "machine against reference dialect on the generated cases");
    private static final Check DIVERGENCES =
            Check.recorded("conformance/divergences", "each known divergence shows its own class");
    private static final Check RUNNER =
            Check.independent("conformance/runner", "machine against the runner executable on the fixtures");

    private ConformanceChecks() {}

    static void run(LaneContext context) {
        Side machine = new MachineSide();
        Side dialect = new DialectSide();
        PairJudge fixtures = new PairJudge(context, machine.answerer(), dialect.answerer());
        PairJudge generated = new PairJudge(context, machine.answerer(), dialect.answerer());
        Path binary = context.environment().runners().resolve(LeanToolchain.MACHINE);
        Row.run(
                context,
                List.of(
                        Row.between(
                                SIDES,
                                FIXTURES,
                                protocols((each, file) ->
                                        JsonInput.read(each.read(file), ReadPolicy.STRICT, CaseInput.CODEC)),
                                item -> fixtures.agreeing(item.id(), PairRun.of(item.value(), machine, dialect))),
                        Row.between(
                                SIDES,
                                GENERATED,
                                Source.corpus("conformance", ConformanceChecks::generated),
                                item -> generated.classified(
                                        item.id(),
                                        item.value().seed(),
                                        PairRun.of(item.value().input(), machine, dialect))),
                        Row.here(
                                DIVERGENCES,
                                Source.fixtures(
                                        "divergence",
                                        "fixtures",
                                        (each, folder) ->
                                                Source.each(each, folder, Files::isDirectory, Reproducer::read)),
                                ConformanceChecks::divergence)));
        Row.run(
                context,
                Runner.oneShot(Peer.MACHINE, binary),
                List.of(Row.asking(
                        RUNNER,
                        ImplementationId.JAVA_MACHINE,
                        protocols((ignored, file) -> DocumentFile.read(file, ReadPolicy.STRICT, CaseInput.CODEC)),
                        (runner, item) -> runner(new RunnerSide(runner.client(), RunnerCommand.of(binary)), item))));
    }

    private interface Reading {
        CaseInput read(LaneContext context, Path file) throws IOException;
    }

    private static Source<CaseInput> protocols(Reading reading) {
        return Source.fixtures(
                "protocols",
                "fixtures",
                (context, folder) ->
                        Source.each(context, folder, Source.named(".json"), file -> reading.read(context, file)));
    }

    private static List<Case<CorpusCase>> generated(Corpus corpus) {
        return Source.cases(
                corpus.cases().stream().filter(item -> item.seed() != null).toList(), CorpusCase::id);
    }

    private static Findings divergence(Case<Reproducer> item) {
        Reproducer reproducer = item.value();
        List<String> shown = reproducer.recorded().knownClasses().stream()
                .map(DivergenceClass::word)
                .toList();
        String expected = reproducer.about().kind();
        return shown.contains(expected)
                ? Findings.AGREEMENT
                : Findings.of(new Mismatch(expected, expected, String.join(",", shown), item.id()));
    }

    /** Machine against the executable, and the executable against the dialect in this process. */
    private static Findings runner(RunnerSide runner, Case<CaseInput> item) {
        List<Mismatch> mismatches = new ArrayList<>();
        CaseInput input = item.value();
        SideOutcome outcome = runner.run(input);
        PairRun pair = PairRun.compare(input, new MachineSide().run(input), outcome);
        if (!(pair.verdict() instanceof Verdict.Agree)) {
            mismatches.add(PairJudge.mismatch(item.id(), pair));
        }
        StructuralDifference.first(SideOutcome.CODEC, new DialectSide().run(input), outcome)
                .ifPresent(difference -> mismatches.add(Mismatch.of("in_process", difference, item.id())));
        return Findings.of(1, mismatches).normalised(pair.comparison().ledger());
    }
}
