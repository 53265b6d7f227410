package dev.paritas.app.command;

import dev.paritas.app.schema.TrafficSchemas;
import dev.paritas.bridge.check.CaseReplay;
import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.Comparison;
import dev.paritas.bridge.compare.ComparisonMode;
import dev.paritas.bridge.compare.ComparisonText;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.RecordedSide;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.ReproducerAbout;
import dev.paritas.bridge.compare.RunnerSide;
import dev.paritas.bridge.compare.SemanticObjectsComparator;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.Sides;
import dev.paritas.bridge.compare.TraceFile;
import dev.paritas.bridge.compare.TraceStreamComparator;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.files.ProjectFolders;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private static final Path STANDARD_INPUT = Path.of("-");

    /** Objects of a long run are as long as their document. */
    private static final ReadPolicy OBJECTS = ReadPolicy.STRICT.withMaxBytes(256L << 20);

    private final Streams streams;

    @ArgGroup(multiplicity = "1")
    private Question question = new Question();

    @ArgGroup(multiplicity = "0..1")
    private Other other = new Other();

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

    @Option(
            names = "--validate-traffic",
            description = "Hold every document that is exchanged with the runner to its JSON Schema as well.")
    private boolean validateTraffic;

    @Option(
            names = "--cross-target",
            description = "Compare --objects as those of two back ends: handlers have one name, lists no order.")
    private boolean crossTarget;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = {
                "What must be equal: exact, order, session or role (docs/comparison.md).",
                "Default: exact; role for a runner that does not say who it is and tells no step states."
            })
    private @Nullable ComparisonMode mode;

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private StepLimit steps = new StepLimit();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--raw", description = "Show the events around the first difference as JSON.")
    private boolean raw;

    @Mixin
    private DiagramOption diagram = new DiagramOption();

    private final TrafficSchemas traffic = new TrafficSchemas();

    @Mixin
    private Strictness strictness = new Strictness();

    CompareCommand(Streams streams) {
        this.streams = streams;
    }

    /** What is compared: one of three, each told apart by the parser. */
    static final class Question {
        @Parameters(arity = "1..2", paramLabel = "FILE", description = "A choreography, or two traces.")
        private List<Path> files = new ArrayList<>();

        @Option(
                names = "--case",
                paramLabel = "ID",
                description =
                        "A case of the published corpus, against what is recorded and, for documents, its runner.")
        private @Nullable String corpusCase;

        @Option(
                names = "--objects",
                arity = "2",
                paramLabel = "FILE",
                description = "The semantic objects of two runs, as 'run --objects' prints them.")
        private Path @Nullable [] objects;

        @Option(names = "--reproduce", paramLabel = "DIR", description = "Replay a reproducer folder.")
        private @Nullable Path reproduce;
    }

    /** Who is on the right, if not the reference dialect in this process. */
    static final class Other {
        @Option(
                names = "--runner",
                paramLabel = "COMMAND",
                description = {
                    "A protocol_machine_runner: a file, or words such as \"python3 runner.py\";",
                    "with --case the runner of the document that it names."
                })
        private @Nullable String runner;

        @Option(
                names = "--lean",
                description = "Compare whole answers of the reference dialect and of the model, executed by Lean.")
        private boolean lean;
    }

    @Override
    public Integer call() throws IOException {
        if (crossTarget && question.objects == null) {
            throw CommandFailure.usage("--cross-target goes with --objects");
        }
        if (validateTraffic && other.runner == null && question.corpusCase == null && question.reproduce == null) {
            throw CommandFailure.usage("--validate-traffic goes with --runner, --case or --reproduce");
        }
        if (validateTraffic && other.lean) {
            throw CommandFailure.usage("--validate-traffic is for runners, and --lean asks the model itself");
        }
        if (mode != null && (other.lean || question.corpusCase != null || question.objects != null)) {
            throw CommandFailure.usage("--mode goes with a choreography or with --reproduce");
        }
        if (diagram.isUsed() && (json || other.lean || question.reproduce == null && question.files.size() != 1)) {
            throw CommandFailure.usage("--diagram goes with a choreography or with --reproduce, and not with --json");
        }
        choices.check();
        if (diagram.isUsed() && choices.isAll()) {
            throw CommandFailure.usage("--diagram shows one path, so it does not go with --all-branches");
        }
        if (choices.isUsed() && question.files.size() != 1) {
            throw CommandFailure.usage("--choose and --all-branches go with one choreography");
        }
        if (question.corpusCase != null) {
            return recorded(question.corpusCase);
        }
        if (question.reproduce != null) {
            return reproduced(Reproducers.read(question.reproduce));
        }
        if (question.objects != null) {
            return objects(question.objects[0], question.objects[1]);
        }
        return question.files.size() == 1
                ? choreography(question.files.getFirst())
                : traces(question.files.getFirst(), question.files.getLast());
    }

    private int choreography(Path file) {
        Choreographies reader = strictness.choreographies(streams);
        List<ChoreographyJson> choreographies = reader.read(file);
        if (choices.isAll()) {
            return branches(file, choices.every(choreographies));
        }
        CaseInput input = new CaseInput(choices.first(choreographies, streams), 1, steps.rounds());
        if (other.lean) {
            return model(input);
        }
        PairOfSides.Result result;
        try {
            result = new PairOfSides(side(runner()), mode, reproducers, file.toString()).compare(input);
        } catch (ImplementationException e) {
            return print(PairOfSides.broken(e));
        }
        PairRun pair = result.pair();
        int exit = pair == null ? print(result.text()) : print(pair, result.text());
        streams.flush();
        if (pair != null && pair.machine() instanceof SideOutcome.Refused) {
            reader.unmergeable(choreographies).forEach(streams::complain);
        }
        result.warning().ifPresent(streams::complain);
        return exit;
    }

    /** One runner answers for all paths, in one process when it serves. */
    private int branches(Path file, ChoiceOptions.Every every) {
        if (other.lean) {
            throw CommandFailure.usage("--all-branches compares with the reference dialect or with --runner");
        }
        RunnerCommand command = runner();
        if (command == null) {
            return branches(new DialectSide(), file, every);
        }
        try (ChildProcesses children = new ChildProcesses();
                Implementation peer = Peer.MACHINE.serving(
                        seen(Hosts.here(children)).startingAs(command), command.file(), SessionLimits.DEFAULT)) {
            return branches(new RunnerSide(peer, command), file, every);
        } catch (ImplementationException e) {
            return print(PairOfSides.broken(e));
        }
    }

    private int branches(Side against, Path file, ChoiceOptions.Every every) {
        PairOfSides sides = new PairOfSides(against, mode, reproducers, file.toString());
        return heldTraffic(new BranchComparison(sides, every, steps.rounds()).tell(streams, json));
    }

    /** Runs the two sides of a reproducer again: those that answered then. */
    private int reproduced(Reproducer folder) {
        ReproducerAbout about = folder.about();
        if (other.lean || about.kind().equals(ReproducerAbout.LEAN_MODEL)) {
            return model(folder.input());
        }
        RecordedSide right = about.right();
        List<String> command = right == null ? List.of() : right.command();
        RunnerCommand asked = runner();
        RunnerCommand binary = asked != null || command.isEmpty() ? asked : RunnerCommand.of(command);
        if (binary != null && !Files.isRegularFile(binary.file())) {
            Verdict gone = new Verdict.Declined(
                    "the runner that answered then is gone: there is no file " + binary.file(), Verdict.Whose.RIGHT);
            return print(ComparisonText.of(Comparison.none(gone)).withRecorded(about.report()));
        }
        try {
            Side machine = PairOfSides.machine(mode == null ? about.mode() : mode);
            Side against = side(binary);
            Answerer now = against.answerer();
            PairRun pair = folder.replayed(machine, against, mode);
            List<String> notes = right == null || now.equals(right.answerer())
                    ? List.of()
                    : List.of("note: on the right answers " + now.describe() + "; then it was "
                            + right.answerer().describe());
            return print(
                    pair,
                    ComparisonText.of(pair.comparison())
                            .between(new Sides(machine.answerer().identity(), now.identity()))
                            .withNotes(notes));
        } catch (ImplementationException e) {
            return print(PairOfSides.broken(e).withRecorded(about.report()));
        }
    }

    /** Runs a corpus case again and compares each side with what is published of it. */
    private int recorded(String id) throws IOException {
        if (other.lean) {
            throw CommandFailure.usage("--lean goes with one choreography or with --reproduce");
        }
        ProjectFolders project = ProjectRoot.ofExecutables(root, streams);
        CaseReplay replay = CaseReplay.of(Corpus.read(project.corpus()), id)
                .orElseThrow(() -> CommandFailure.at("CASE_UNKNOWN", "corpus", "there is no case " + id));
        if (other.runner != null && replay.executable().isEmpty()) {
            throw CommandFailure.usage("no runner answers for the case " + id);
        }
        try (ChildProcesses children = new ChildProcesses()) {
            CaseReplay.Replayed replayed = replay.run(
                    seen(new RunnerHost(children, project.root(), System.getenv())), project.runners(), runnerFile());
            return print(ComparisonText.of(replayed.comparison(), replayed.extent()));
        }
    }

    private int traces(Path left, Path right) throws IOException {
        if (mode != null) {
            throw CommandFailure.usage("--mode goes with a choreography or with --reproduce");
        }
        if (other.lean || other.runner != null) {
            throw CommandFailure.usage("two traces are compared with each other and with nothing else");
        }
        if (left.equals(STANDARD_INPUT) && right.equals(STANDARD_INPUT)) {
            throw CommandFailure.usage("only one of two traces can be on standard input");
        }
        try (InputStream a = open(left);
                InputStream b = open(right)) {
            return print(ComparisonText.of(TraceStreamComparator.compare(
                    new TraceFile(left.toString(), a), new TraceFile(right.toString(), b))));
        }
    }

    private int objects(Path left, Path right) {
        if (other.lean || other.runner != null) {
            throw CommandFailure.usage(
                    "two documents of semantic objects are compared with each other and nothing else");
        }
        SemanticObjects a = semanticObjects(left);
        SemanticObjects b = semanticObjects(right);
        Comparison comparison =
                crossTarget ? SemanticObjectsComparator.acrossTargets(a, b) : SemanticObjectsComparator.between(a, b);
        String extent = comparison
                .coverage()
                .part(SemanticObjectsComparator.OBJECTS)
                .map(part -> part.left() + " and " + part.right() + " " + part.name())
                .orElse("");
        return print(ComparisonText.of(comparison, extent));
    }

    private SemanticObjects semanticObjects(Path file) {
        try {
            return JsonInput.read(streams.read(file, OBJECTS.maxBytes()), OBJECTS, SemanticObjects.CODEC);
        } catch (JsonException e) {
            throw CommandFailure.in(file, e);
        }
    }

    private InputStream open(Path file) {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return streams.in();
            }
            if (Files.isDirectory(file)) {
                throw CommandFailure.at("IO", file.toString(), "Is a directory");
            }
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw CommandFailure.at("IO", file.toString(), OsText.of(e));
        }
    }

    private int model(CaseInput input) {
        return print(LeanComparison.of(ProjectRoot.ofExecutables(root, streams).lean(), input));
    }

    private @Nullable RunnerCommand runner() {
        return RunnerCommands.of(other.runner).orElse(null);
    }

    /** The runners of documents are executables of the reference's kind. */
    private @Nullable Path runnerFile() {
        return other.runner == null ? null : Path.of(other.runner);
    }

    private Side side(@Nullable RunnerCommand command) {
        return command == null
                ? new DialectSide()
                : new RunnerSide(Peer.MACHINE.oneShot(seen(Hosts.here()).startingAs(command), command.file()), command);
    }

    private RunnerHost seen(RunnerHost host) {
        return validateTraffic ? host.seenBy(traffic) : host;
    }

    private int print(PairRun pair, ComparisonText text) {
        if (!diagram.isUsed()) {
            return print(text);
        }
        diagram.show(streams, pair, text);
        return heldTraffic(ExitCode.of(text.comparison().verdict()));
    }

    private int print(ComparisonText text) {
        if (json) {
            streams.document(text.document());
        } else {
            List<String> lines = raw ? text.raw() : text.human(streams.width());
            streams.say(Colours.Kind.VERDICT, lines.getFirst());
            lines.stream().skip(1).forEach(line -> streams.say(Colours.Kind.DIFFERENCE, line));
        }
        return heldTraffic(ExitCode.of(text.comparison().verdict()));
    }

    /** {@return the exit code, or another when documents that were exchanged are not as they should be} */
    private int heldTraffic(int exit) {
        if (validateTraffic) {
            traffic.lines().forEach(json || diagram.isUsed() ? streams::complain : streams::say);
        }
        if (!validateTraffic || exit != ExitCode.OK) {
            return exit;
        }
        if (!traffic.isSound()) {
            return ExitCode.DIVERGE;
        }
        return traffic.heldAny() ? exit : ExitCode.DECLINED;
    }
}
