package dev.paritas.bridge.cli;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.machine.trace.RunDetail;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Run choreographies and show the trace; several files are sessions of one run.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** The machines that can run a choreography. */
    private enum Dialect {
        /** The protocol machine. */
        R,
        /** The reference dialect. */
        L
    }

    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Choreographies as JSON; - reads standard input.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--dialect", paramLabel = "r|l", description = "The machine or the reference dialect; default: r.")
    private Dialect dialect = Dialect.R;

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            description = "Stop after so many rounds; default: 10000. Loops never end by themselves.")
    private long maxSteps = 10_000;

    @Option(names = "--objects", description = "Show the semantic objects instead of the trace.")
    private boolean objects;

    @Option(names = "--json", description = "Print the run as one JSON document, without the semantic objects.")
    private boolean json;

    @Option(names = "--stream", description = "Print each event as one JSON line while the machine runs.")
    private boolean stream;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "Write the JSON document here.")
    private @Nullable Path output;

    @Mixin
    private TapeOptions tapes = new TapeOptions();

    RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (tapes.isUsed() && (stream || dialect != Dialect.R)) {
            throw CommandFailure.usage("--record and --replay are for the machine, and not for --stream");
        }
        List<ChoreographyJson> choreographies =
                files.stream().map(new Choreographies(streams)::read).toList();
        if (stream && dialect == Dialect.R) {
            new EventStream(streams.out()).run(choreographies, maxSteps);
            return ExitCode.OK;
        }
        CaseInput input = new CaseInput(choreographies, 1, maxSteps);
        TapeOptions.Session tape = tapes.open();
        SideOutcome outcome = switch (dialect) {
            case R -> new MachineSide(tape.handler(), detail()).run(input);
            case L -> new DialectSide(detail()).run(input);
        };
        tape.keep();
        switch (outcome) {
            case SideOutcome.Ran(RunOutput ran, String error) -> {
                show(ran, error);
                tape.check();
                tape.noteRest(streams.err());
            }
            case SideOutcome.Refused(String stage, String message) -> {
                tape.check();
                throw CommandFailure.at("REFUSED", stage, message);
            }
        }
        return ExitCode.OK;
    }

    /** What is shown; the semantic objects only where they are asked for, since they grow with the square of the run. */
    private RunDetail detail() {
        if (objects) {
            return RunDetail.OBJECTS;
        }
        return json || output != null ? RunDetail.EFFECTS : RunDetail.TRACE;
    }

    private void show(RunOutput ran, @Nullable String error) {
        if (stream) {
            ran.trace().forEach(new EventStream(streams.out())::print);
        } else if (output != null || json) {
            new Documents(streams)
                    .write(
                            output,
                            objects
                                    ? JsonOutput.prettyText(SemanticObjects.CODEC, ran.semanticObjects())
                                    : JsonOutput.compactText(RunOutput.CODEC, ran));
        } else if (objects) {
            streams.out().println(JsonOutput.prettyText(SemanticObjects.CODEC, ran.semanticObjects()));
        } else {
            TraceText.lines(ran.trace()).forEach(streams.out()::println);
            streams.out().println(ran.status() + " after " + Long.toUnsignedString(ran.stepsExecuted()) + " steps");
            if (error != null) {
                streams.out().println("ended by an error: " + error);
            }
        }
    }
}
