package dev.paritas.app.command;

import dev.paritas.app.report.ReportFolder;
import dev.paritas.app.report.ReportMerge;
import dev.paritas.app.report.ReportProblem;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = "Reports of 'paritas check'.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Runnable {
    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            description =
                    "Put the reports of all shards of a run, or of different lanes, together into one; the exit code"
                            + " is that of the whole run.",
            mixinStandardHelpOptions = true)
    int merge(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "PATH",
                            description = "Reports, or folders with a report.json in them or in their folders.")
                    List<Path> places,
            @Option(
                            names = {"-o", "--output"},
                            required = true,
                            paramLabel = "DIR",
                            description = "The folder of the whole report.")
                    Path output,
            @Option(
                            names = "--trend",
                            paramLabel = "PATH",
                            description =
                                    "Show these earlier reports, files or folders, in the page; default: those that"
                                            + " DIR keeps.")
                    @Nullable
                    List<Path> trend)
            throws IOException {
        LaneReport report;
        try {
            report = ReportMerge.of(ReportFolder.reports(places));
        } catch (ProblemException e) {
            throw refused(e);
        }
        ReportFolder folder = opened(output, trend == null ? List.of() : trend);
        folder.write(report);
        LaneReportText.closing(report, false).forEach(streams::say);
        streams.say("Wrote the report to " + output);
        return report.result().exitCode();
    }

    /** {@return the folder that {@code --report} names, if it does, with the reports before it} */
    static Optional<ReportFolder> folder(@Nullable Path folder, List<Path> trend) throws IOException {
        return folder == null ? Optional.empty() : Optional.of(opened(folder, trend));
    }

    private static ReportFolder opened(Path folder, List<Path> trend) throws IOException {
        try {
            return ReportFolder.open(folder, trend);
        } catch (ProblemException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(ProblemException refused) {
        return refused.problem() instanceof ReportProblem problem
                ? CommandFailure.at(problem.place(), problem)
                : refused;
    }
}
