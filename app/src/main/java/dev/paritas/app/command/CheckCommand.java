package dev.paritas.app.command;

import dev.paritas.app.report.ReportFolder;
import dev.paritas.app.report.ReportMerge;
import dev.paritas.app.schema.TrafficSchemas;
import dev.paritas.bridge.check.CheckFilter;
import dev.paritas.bridge.check.CheckPattern;
import dev.paritas.bridge.check.FuzzPlan;
import dev.paritas.bridge.check.LaneEnvironment;
import dev.paritas.bridge.check.LaneOptions;
import dev.paritas.bridge.check.LaneRunner;
import dev.paritas.bridge.check.LaneSelection;
import dev.paritas.bridge.check.ListedCheck;
import dev.paritas.bridge.files.FolderChange;
import dev.paritas.bridge.implementation.Traffic;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneResult;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description =
                "Run the parity lanes: all that can run here, or the named ones; zero compared cases is not a pass.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            arity = "0..*",
            paramLabel = "LANE",
            description =
                    "types, suite, conformance, golden, projection, bundles, heap, effects, search, sim, lean, fuzz or all.")
    private List<String> words = List.of();

    @Option(names = "--types", description = "Shapes of the vocabulary against the published tables.")
    private boolean types;

    @Option(names = "--suite", description = "Every case of the corpus, replayed.")
    private boolean suite;

    @Option(names = "--conformance", description = "The machine against the reference dialect, step by step.")
    private boolean conformance;

    @Option(names = "--golden", description = "Golden projections and published runs.")
    private boolean golden;

    @Option(names = "--projection", description = "Projections and checks of types against a validator process.")
    private boolean projection;

    @Option(names = "--bundles", description = "Protocol bundles, membership changes and capability models.")
    private boolean bundles;

    @Option(
            names = "--heap",
            description = "The resource heap against its runner, its corpora and the published vectors.")
    private boolean heap;

    @Option(names = "--effects", description = "The reduced semantic-effect bundle.")
    private boolean effects;

    @Option(names = "--search", description = "The reduced search bundle and the published search vectors.")
    private boolean search;

    @Option(names = "--sim", description = "Field dynamics, reference simulations and scenario files.")
    private boolean sim;

    @Option(names = "--lean", description = "Our reading of the model against the model, executed by Lean.")
    private boolean lean;

    @Option(
            names = "--fuzz",
            paramLabel = "N",
            description = "N fresh protocols through the machine, the reference dialect and the Lean model.")
    private @Nullable Integer fuzz;

    @Option(
            names = "--runner",
            paramLabel = "COMMAND",
            description = {
                "A runner of your own against the machine, on the protocols of the corpus and,",
                "with --fuzz N, on N fresh ones (docs/your-runtime.md)."
            })
    private @Nullable String runner;

    @Option(names = "--seed", paramLabel = "S", description = "First seed of --fuzz; default: another one each time.")
    private @Nullable Long seed;

    @Option(names = "--require-lean", description = "A lane that needs Lean fails where Lean is missing.")
    private boolean requireLean;

    @Option(names = "--all", description = "All lanes in order, up to the first that fails.")
    private boolean all;

    @Option(names = "--strict", description = "A check that cannot run here is a failure.")
    private boolean strict;

    @Option(
            names = "--validate-traffic",
            description = "Hold every document that is exchanged with an executable to its JSON Schema as well.")
    private boolean validateTraffic;

    @Option(names = "--root", paramLabel = "DIR", description = "The project; default: where this program was built.")
    private @Nullable Path root;

    @Option(names = "--json", description = "Print the report document instead of lines.")
    private boolean json;

    @Option(
            names = "--verbose",
            description = "Also each known divergence, each check that was left out, and every difference.")
    private boolean verbose;

    @Option(names = "--quiet", description = "Only what failed, broke or could not run, and the closing lines.")
    private boolean quiet;

    @Option(names = "--list", description = "List the checks that would be made here, and make none.")
    private boolean list;

    @Option(
            names = "--annotations",
            paramLabel = "FORM",
            description = "Also a workflow command for each check that failed: ${COMPLETION-CANDIDATES}.")
    private @Nullable Annotations annotations;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write the report here as a page, for build servers and for code scanners.")
    private @Nullable Path reportFolder;

    @Option(
            names = "--trend",
            paramLabel = "PATH",
            description = "Show these earlier reports, files or folders, in the page; default: those that DIR keeps.")
    private List<Path> trend = List.of();

    @Mixin
    private CheckSteering steering = new CheckSteering();

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        refuseContradictions();
        List<LaneSelection> asked = selections();
        TrafficSchemas traffic = new TrafficSchemas();
        LaneOptions options = steering.options(
                requireLean, plan(asked), validateTraffic ? traffic : Traffic.UNSEEN, RunnerCommands.of(runner));
        LaneEnvironment environment =
                LaneEnvironment.at(ProjectRoot.ofExecutables(root, streams).root(), strict);
        FolderChange.finish(environment.corpus());
        FolderChange.finish(environment.reference());
        List<LaneSelection> selections = selected(asked, environment, options);
        if (list) {
            lists(selections, environment, options);
            return ExitCode.OK;
        }
        Optional<ReportFolder> folder = ReportCommand.folder(reportFolder, trend);
        List<LaneReport> reports = new ArrayList<>();
        for (LaneSelection selection : selections) {
            LaneReport report = run(selection, environment, options);
            String file = report.lane() + (selections.size() == 1 ? "" : selection.mode()) + ".json";
            report.writeTo(environment.output().resolve(file));
            if (json) {
                streams.document(JsonOutput.compactText(LaneReport.CODEC, report));
            } else if (selection == LaneSelection.FUZZ) {
                streams.say("again: paritas check " + report.mode());
            } else if (selection == LaneSelection.RUNNER && fuzz != null) {
                streams.say("again: the same with " + options.fuzz().options());
            }
            if (annotations != null) {
                annotations.of(report).forEach(streams::say);
            }
            reports.add(report);
        }
        LaneResult worst = worst(reports);
        if (folder.isPresent()) {
            folder.get().write(ReportMerge.together(reports));
            if (!json) {
                streams.say("Wrote the report to " + reportFolder);
            }
        }
        if (validateTraffic) {
            traffic.lines().forEach(json ? streams::complain : streams::say);
            LaneResult exchanged = traffic.heldAny() ? LaneResult.PASS : LaneResult.BLOCKED;
            worst = worst.and(traffic.isSound() ? exchanged : LaneResult.FAIL);
        }
        return worst.exitCode();
    }

    private LaneReport run(LaneSelection selection, LaneEnvironment environment, LaneOptions options) {
        try (CheckLines lines = new CheckLines(streams, CheckLines.Manner.of(json, quiet, verbose))) {
            LaneReport report = LaneRunner.run(selection, environment, options, lines);
            lines.ended(report);
            return report;
        }
    }

    /** A lane of which the shard holds nothing stops it only when it holds nothing of the others either. */
    private static LaneResult worst(List<LaneReport> reports) {
        boolean any = reports.stream().anyMatch(report -> !report.checks().isEmpty());
        return reports.stream()
                .filter(report ->
                        report.shard() == null || !any || !report.checks().isEmpty())
                .map(LaneReport::result)
                .reduce(LaneResult.PASS, LaneResult::and);
    }

    private void refuseContradictions() {
        if (quiet && verbose) {
            throw CommandFailure.usage("--quiet and --verbose exclude each other; see 'paritas check --help'");
        }
        if (reportFolder == null && !trend.isEmpty()) {
            throw CommandFailure.usage("--trend belongs to --report; see 'paritas check --help'");
        }
        if (json && (list || annotations != null)) {
            throw CommandFailure.usage(
                    "--json prints the document alone, without lines of its own; see 'paritas check --help'");
        }
    }

    /** {@return the lanes of which a check is selected; without a pattern all of them, so that an empty shard is told} */
    private static List<LaneSelection> selected(
            List<LaneSelection> asked, LaneEnvironment environment, LaneOptions options) {
        CheckFilter filter = options.filter();
        if (filter.pattern().isEmpty()) {
            return asked;
        }
        CheckPattern pattern = filter.pattern().get();
        CheckFilter whole = new CheckFilter(filter.pattern(), Optional.empty());
        try {
            List<LaneSelection> found = asked.stream()
                    .filter(lane ->
                            LaneRunner.list(lane, environment, options).stream().anyMatch(listed -> listed.in(whole)))
                    .toList();
            if (found.isEmpty()) {
                throw CommandFailure.usage(
                        "--select " + pattern.text() + " finds no check; 'paritas check --list' lists them");
            }
            return found;
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--select " + pattern.text() + ": " + e.getMessage());
        }
    }

    private void lists(List<LaneSelection> selections, LaneEnvironment environment, LaneOptions options) {
        List<ListedCheck> listed = selections.stream()
                .flatMap(selection -> LaneRunner.list(selection, environment, options).stream())
                .filter(one -> one.in(options.filter()))
                .distinct()
                .toList();
        int width =
                listed.stream().mapToInt(one -> one.check().id().length()).max().orElse(0);
        for (ListedCheck one : listed) {
            streams.say(String.format(
                    Locale.ROOT,
                    "%-" + (width + 2) + "s%-13s%-13s%s",
                    one.check().id(),
                    one.lane().word(),
                    one.check().evidence().name().toLowerCase(Locale.ROOT),
                    one.check().description()));
        }
        streams.say(listed.size() + (listed.size() == 1 ? " check" : " checks"));
    }

    /** {@return the cases of the fuzz lane; without a seed others each time, and the report names them} */
    private FuzzPlan plan(List<LaneSelection> selections) {
        if (!selections.contains(LaneSelection.FUZZ) && fuzz == null) {
            if (seed != null) {
                throw CommandFailure.usage("--seed belongs to --fuzz; see 'paritas check --help'");
            }
            return runner == null ? FuzzPlan.DEFAULT : new FuzzPlan(0, 0);
        }
        try {
            return new FuzzPlan(
                    fuzz == null ? FuzzPlan.DEFAULT.count() : fuzz,
                    seed == null ? ThreadLocalRandom.current().nextLong(FuzzPlan.LAST_SEED) : seed);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage() + "; see 'paritas check --help'");
        }
    }

    private List<LaneSelection> selections() {
        List<LaneSelection> selections = new ArrayList<>();
        for (String word : words) {
            selections.add(LaneSelection.of("--" + word)
                    .filter(lane -> lane != LaneSelection.RUNNER)
                    .orElseThrow(
                            () -> CommandFailure.usage("unknown lane '" + word + "'; see 'paritas check --help'")));
        }
        add(selections, types, LaneSelection.TYPES);
        add(selections, suite, LaneSelection.SUITE);
        add(selections, conformance, LaneSelection.CONFORMANCE);
        add(selections, golden, LaneSelection.GOLDEN);
        add(selections, projection, LaneSelection.PROJECTION);
        add(selections, bundles, LaneSelection.BUNDLES);
        add(selections, heap, LaneSelection.HEAP);
        add(selections, effects, LaneSelection.EFFECTS);
        add(selections, search, LaneSelection.SEARCH);
        add(selections, sim, LaneSelection.SIM);
        add(selections, lean, LaneSelection.LEAN);
        add(selections, fuzz != null && runner == null, LaneSelection.FUZZ);
        add(selections, runner != null, LaneSelection.RUNNER);
        add(selections, all, LaneSelection.ALL);
        if (reportFolder != null
                && selections.contains(LaneSelection.ALL)
                && selections.stream().distinct().count() > 1) {
            throw CommandFailure.usage("--report tells each check once, and --all has those of the other lanes");
        }
        return selections.isEmpty()
                ? List.of(LaneSelection.DEFAULT)
                : selections.stream().distinct().toList();
    }

    private static void add(List<LaneSelection> selections, boolean asked, LaneSelection selection) {
        if (asked) {
            selections.add(selection);
        }
    }
}
