package dev.paritas.bridge.cli;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.RunnerSide;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.TraceComparison;
import dev.paritas.bridge.compare.TraceStreamComparator;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.runner.ProtocolMachineRunner;
import dev.paritas.bridge.runner.ProtocolMachineRunnerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = {
            "Compare two sides and explain the first difference.",
            "One FILE: the machine against the reference dialect, or against --runner.",
            "Two FILEs: two traces, each a JSON array or JSON lines, of any length."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "0..2", paramLabel = "FILE", description = "A choreography, or two traces.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--runner",
            paramLabel = "PATH",
            description = "The other side: a protocol_machine_runner executable.")
    private @Nullable Path runner;

    @Option(
            names = "--lean",
            description = "Compare whole answers of the reference dialect and of the model, executed by Lean.")
    private boolean lean;

    @Option(names = "--reproduce", paramLabel = "DIR", description = "Replay a reproducer folder.")
    private @Nullable Path reproduce;

    @Option(
            names = "--case",
            paramLabel = "ID",
            description = "A case of the published corpus, against its recorded runs.")
    private @Nullable String corpusCase;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The project with the corpus; default: around this folder.")
    private @Nullable Path root;

    @Option(
            names = "--reproducers",
            paramLabel = "DIR",
            description = "Where a divergence leaves its reproducer folder.")
    private @Nullable Path reproducers;

    @Option(names = "--max-steps", paramLabel = "N", description = "Stop after so many rounds; default: 10000.")
    private long maxSteps = 10_000;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    CompareCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if ((reproduce != null ? 1 : 0) + (corpusCase != null ? 1 : 0) + (files.isEmpty() ? 0 : 1) != 1) {
            throw CommandFailure.usage(
                    "name a choreography, two traces, --case ID or --reproduce DIR; see 'paritas compare --help'");
        }
        if (lean && (corpusCase != null || files.size() == 2 || runner != null)) {
            throw CommandFailure.usage("--lean goes with one choreography or with --reproduce");
        }
        if (corpusCase != null) {
            return recorded(corpusCase);
        }
        if (reproduce != null) {
            Reproducer recorded = Reproducer.read(reproduce);
            return lean
                    ? model(recorded.input())
                    : judge(recorded.input(), recorded.about().source(), false);
        }
        if (files.size() == 2) {
            return traces(files.get(0), files.get(1));
        }
        Path file = files.get(0);
        CaseInput input = CaseInput.of(new Choreographies(streams).read(file), maxSteps);
        return lean ? model(input) : judge(input, file.toString(), true);
    }

    /** Runs a corpus case again and compares each side with what is published of it. */
    private int recorded(String id) {
        CorpusCase published = Corpus.read(ProjectRoot.of(root).resolve("corpus")).cases().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommandFailure.at("CASE_UNKNOWN", "corpus", "there is no case " + id));
        CorpusCase fresh = CorpusCase.make(published.id(), published.seed(), published.input());
        return print(VerdictText.of(published, fresh));
    }

    private int traces(Path left, Path right) throws IOException {
        TraceComparison comparison = TraceStreamComparator.compare(left, right);
        return print(new VerdictText(
                comparison.verdict(),
                comparison.compared() + " events",
                List.of(),
                comparison.ledger(),
                Optional.empty()));
    }

    private int judge(CaseInput input, String source, boolean keep) throws IOException {
        PairRun pair;
        try {
            pair = PairRun.of(input, new MachineSide(), other());
        } catch (ProtocolMachineRunnerException e) {
            Verdict broken = new Verdict.Broken(String.valueOf(e.getMessage()), List.of());
            return print(new VerdictText(broken, "", List.of(), VerdictText.NOTHING, Optional.empty()));
        }
        Optional<Path> folder = keep && pair.verdict() instanceof Verdict.Diverge(var report)
                ? Optional.of(Reproducers.keep(reproducers, pair, report, source))
                : Optional.empty();
        return print(VerdictText.of(pair, folder));
    }

    private int model(CaseInput input) {
        return print(LeanComparison.of(ProjectRoot.of(root).resolve("lean"), input));
    }

    private Side other() {
        return runner == null
                ? new DialectSide()
                : new RunnerSide(ProtocolMachineRunner.withBinaryPath(Hosts.here(), runner));
    }

    private int print(VerdictText text) {
        streams.out().println(json ? text.document() : text.human());
        return text.exitCode();
    }
}
