package dev.paritas.app.command;

import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.smoke.RunnerSmoke;
import dev.paritas.bridge.smoke.SmokeReport;
import dev.paritas.bridge.smoke.SmokeStep;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "smoke",
        description =
                "Test a runner's adapter itself, before a protocol is blamed: does it start, answer, refuse, serve?",
        mixinStandardHelpOptions = true)
final class SmokeCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = "--runner",
            required = true,
            paramLabel = "COMMAND",
            description = "A file, or words such as \"python3 runner.py\" (docs/your-runtime.md).")
    private String runner = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    SmokeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        RunnerCommand command = RunnerCommands.of(runner).orElseThrow();
        try (ChildProcesses children = new ChildProcesses()) {
            SmokeReport report = RunnerSmoke.of(Hosts.here(children), command, json ? step -> {} : this::say);
            if (json) {
                streams.document(JsonOutput.compactText(SmokeReport.CODEC, report));
            } else {
                streams.say(closing(report));
            }
            return switch (report.verdict()) {
                case WORKS -> ExitCode.OK;
                case WRONG -> ExitCode.DIVERGE;
                case BROKEN -> ExitCode.BROKEN;
            };
        }
    }

    private void say(SmokeStep step) {
        String word = switch (step.result()) {
            case OK -> "OK";
            case NOTE -> "NOTE";
            case WRONG -> "FAIL";
            case SKIPPED -> "SKIP";
        };
        streams.say(Colours.Kind.STATUS, "%-4s %s".formatted(word, step.asked()));
        step.details().forEach(line -> streams.say("       " + line));
        streams.flush();
    }

    private static String closing(SmokeReport report) {
        String all = report.wrong() + (report.wrong() == 1 ? " thing" : " things") + " to mend, from the top";
        return switch (report.verdict()) {
            case WORKS -> "the adapter works; next: paritas compare --runner ... PROTOCOL";
            case WRONG -> all;
            case BROKEN -> "broken: it answers nothing; " + all;
        };
    }
}
