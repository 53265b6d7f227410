package dev.paritas.app.command;

import dev.paritas.bridge.golden.EquivalenceChecker;
import dev.paritas.bridge.golden.EquivalenceError;
import dev.paritas.bridge.golden.GoldenCheck;
import dev.paritas.bridge.golden.GoldenCorpus;
import dev.paritas.bridge.golden.ProjectionPeer;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "golden",
        description = "Maintain a corpus of golden projections.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class GoldenCommand implements Runnable {
    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--golden-dir", paramLabel = "PATH", description = "The corpus; default: golden.")
    private Path directory = Path.of("golden");

    @Option(
            names = "--runner",
            paramLabel = "PATH",
            description = "A telltale_validator executable; default: the one of the Lean workspace around this folder.")
    private @Nullable Path runner;

    GoldenCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(name = "list", description = "Show the cases and their roles.", mixinStandardHelpOptions = true)
    int list() {
        GoldenCorpus corpus = new GoldenCorpus(directory);
        if (!corpus.exists()) {
            streams.say("No golden files found at \"" + directory + "\"");
            return ExitCode.OK;
        }
        streams.say("Golden test cases:");
        streams.say("");
        List<GoldenCorpus.Case> cases = asked(corpus::list);
        cases.forEach(item -> streams.say("  " + item.name() + " (roles: " + String.join(", ", item.roles()) + ")"));
        return ExitCode.OK;
    }

    @Command(
            name = "check",
            description = "Ask the validator whether a file has drifted.",
            mixinStandardHelpOptions = true)
    int check() {
        ProjectionPeer peer = peer();
        GoldenCheck check =
                asked(() -> EquivalenceChecker.withPeer(directory, peer).checkGolden());
        List<String> drift = check.drift();
        if (!drift.isEmpty()) {
            streams.say("✗ Golden file drift detected:");
            drift.forEach(item -> streams.say("  - " + item));
            streams.say("");
            streams.say("Run 'paritas golden regenerate' to update the files.");
        } else if (check.compared().isEmpty()) {
            streams.say("✗ Nothing was compared");
        } else if (check.failed().isEmpty()) {
            streams.say("✓ All golden files are up-to-date");
        }
        check.failed().forEach(this::tell);
        check.skipped().forEach(item -> streams.say("Skipped " + item.name() + ": " + item.reason()));
        streams.say("Cases: " + check.compared().size() + " compared, "
                + check.failed().size() + " failed, " + check.skipped().size() + " skipped");
        if (!drift.isEmpty()) {
            throw CommandFailure.run("golden file drift detected");
        }
        if (!check.failed().isEmpty()) {
            return ExitCode.BROKEN;
        }
        return check.compared().isEmpty() ? ExitCode.DECLINED : ExitCode.OK;
    }

    private void tell(GoldenCheck.Outcome.Failed item) {
        streams.say("Failed " + item.name() + ": " + item.reason());
        item.stderrTail().forEach(line -> streams.say("  | " + line));
    }

    @Command(
            name = "regenerate",
            description = "Rewrite every case from the validator.",
            mixinStandardHelpOptions = true)
    int regenerate() {
        ProjectionPeer peer = peer();
        GoldenCorpus corpus = new GoldenCorpus(directory);
        if (!corpus.exists()) {
            streams.say("No golden files to regenerate");
            return ExitCode.OK;
        }
        int regenerated = 0;
        for (GoldenCorpus.Outcome outcome : asked(() -> corpus.regenerate(peer))) {
            switch (outcome) {
                case GoldenCorpus.Outcome.Regenerated(String name) -> {
                    regenerated++;
                    streams.say("Regenerated: " + name);
                }
                case GoldenCorpus.Outcome.Skipped(String name) -> streams.say("Skipping " + name + " (no input.json)");
            }
        }
        streams.say("");
        streams.say("Regenerated " + regenerated + " test cases");
        return ExitCode.OK;
    }

    @Command(name = "add", description = "Add a case from the validator.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "The case's directory.") String name,
            @Parameters(paramLabel = "JSON", description = "The global type.") String json) {
        ProjectionPeer peer = peer();
        GlobalType type;
        try {
            type = TypeReader.global().read(json);
        } catch (ProblemException e) {
            throw CommandFailure.run(
                    "Failed to parse GlobalType: " + e.only(ImportRefusal.class).sentence());
        }
        GoldenCorpus.Case added = asked(() -> new GoldenCorpus(directory).add(name, type, peer));
        streams.say("Added test case: " + added.name());
        streams.say("  Roles: " + String.join(", ", added.roles()));
        return ExitCode.OK;
    }

    /** {@return the validator}; without one nothing else is looked at */
    private ProjectionPeer peer() {
        try {
            Path binary = runner == null ? found() : runner;
            return ProjectionPeer.of(new LeanRunner(Peer.VALIDATOR.oneShot(Hosts.here(), binary)));
        } catch (ImplementationException e) {
            throw CommandFailure.run("Lean runner not available. " + e.getMessage());
        }
    }

    /** {@return the validator of the workspace around this folder}; it is told, since it may be of another owner */
    private Path found() {
        Path binary = Peer.VALIDATOR
                .find(Hosts.here())
                .orElseThrow(() -> CommandFailure.run("Lean runner not available. Build with: cd lean && lake build"
                        + " telltale_validator, or name one with --runner"));
        streams.complain("note: the validator is " + binary + ", found around this folder");
        return binary;
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProblemException e) {
            throw CommandFailure.run(e.only(EquivalenceError.class).sentence());
        }
    }
}
