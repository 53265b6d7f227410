package dev.paritas.app.command;

import dev.paritas.app.diagram.RunDrawing;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.EventText;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.path.PathProgress;
import dev.paritas.choreography.path.ProtocolPath;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunDetail;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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

    /** What is shown of a run. */
    private enum Form {
        TEXT(RunDetail.TRACE, KEPT_EVENTS),
        STREAM(RunDetail.TRACE, KEPT_EVENTS),
        DOCUMENT(RunDetail.EFFECTS, KEPT_STATES),
        OBJECTS(RunDetail.OBJECTS, KEPT_OBJECTS),
        DIAGRAM(RunDetail.TRACE, KEPT_EVENTS);

        private final RunDetail detail;
        private final long kept;

        Form(RunDetail detail, long kept) {
            this.detail = detail;
            this.kept = kept;
        }
    }

    /** Rounds of a run of which the trace is kept. */
    private static final long KEPT_EVENTS = 1_000_000;

    /** Rounds of a run of which each state is kept: one is some kilobytes of text, more with more roles. */
    private static final long KEPT_STATES = 20_000;

    /** Rounds of a run of which the objects are kept, whose text grows with the square of the run. */
    private static final long KEPT_OBJECTS = 1_000;

    private final Streams streams;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Choreographies: .tell, JSON or a run request; - reads standard input.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--dialect", paramLabel = "r|l", description = "The machine or the reference dialect; default: r.")
    private Dialect dialect = Dialect.R;

    @Mixin
    private StepLimit steps = new StepLimit();

    @Option(
            names = "--strict",
            description = "A run that uses up its steps is a failure: exit code 1; a .tell source of which"
                    + " statements are lost is refused.")
    private boolean strict;

    @Option(names = "--objects", description = "Show the semantic objects instead of the trace.")
    private boolean objects;

    @Option(names = "--json", description = "Print the run as one JSON document, without the semantic objects.")
    private boolean json;

    @Option(names = "--stream", description = "Print each event as one JSON line while the machine runs.")
    private boolean stream;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private DiagramOption diagram = new DiagramOption();

    @Option(
            names = "--check-replay",
            description =
                    "Run twice, the second time on the recorded effects alone, and say whether it is the same run.")
    private boolean checkReplay;

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private HostOptions host = new HostOptions();

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
        choices.check();
        if (choices.isAll()) {
            return everyPath();
        }
        if (checkReplay) {
            return checkReplay();
        }
        Form form = form();
        boolean live = dialect == Dialect.R
                && !tapes.isUsed()
                && switch (form) {
                    case TEXT, STREAM, DIAGRAM -> true;
                    case DOCUMENT, OBJECTS -> false;
                };
        long maxSteps = live ? steps.rounds() : steps.kept(form.kept);
        List<ChoreographyJson> choreographies = choreographies();
        return live ? live(form, choreographies, maxSteps) : kept(form, new CaseInput(choreographies, 1, maxSteps));
    }

    private int checkReplay() {
        if (tapes.isUsed() || stream || objects || diagram.isUsed() || output.isUsed() || dialect != Dialect.R) {
            throw CommandFailure.usage("--check-replay records and replays by itself, and shows nothing else");
        }
        List<ChoreographyJson> choreographies = choreographies();
        ReplayProof proof = ReplayProof.of(choreographies, host.handler(choreographies), steps.kept(KEPT_STATES));
        steps.requireKept(proof.end(), KEPT_STATES);
        return proof.tell(streams, json, strict);
    }

    /** Runs every path, one after another. */
    private int everyPath() {
        if (tapes.isUsed()
                || stream
                || objects
                || json
                || output.isUsed()
                || checkReplay
                || diagram.isUsed()
                || dialect != Dialect.R) {
            throw CommandFailure.usage("--all-branches shows the trace of the machine on every path, and nothing else");
        }
        ChoiceOptions.Every every = choices.every(written());
        PathTally tally = new PathTally(every);
        int exit = ExitCode.OK;
        int paths = every.chosen().size();
        for (int i = 0; i < paths; i++) {
            ProtocolPath path = every.chosen().get(i);
            streams.say(ChoiceOptions.Every.name(i + 1, paths, path));
            PathProgress progress = path.progress();
            List<ChoreographyJson> protocol = List.of(every.along(path));
            LiveRun.Ended ended = LiveRun.of(protocol, host.handler(protocol), steps.rounds(), event -> {
                say(event);
                PathTally.tell(progress, event);
            });
            tally.ended(path, progress);
            exit = ExitCode.worse(exit, ended(Form.TEXT, ended.end(), ended.steps(), ended.tick()));
        }
        tally.lines().forEach(streams::say);
        return ExitCode.worse(exit, tally.exit());
    }

    private List<ChoreographyJson> choreographies() {
        return choices.first(written(), streams);
    }

    private List<ChoreographyJson> written() {
        Choreographies reader = new Choreographies(streams, strict);
        List<ChoreographyJson> read =
                files.stream().flatMap(file -> reader.read(file).stream()).toList();
        if (dialect == Dialect.R) {
            reader.requireProjections(read);
        }
        return read;
    }

    private Form form() {
        if (diagram.isUsed()) {
            if (stream || objects || json) {
                throw CommandFailure.usage("--diagram draws the trace, and goes with no other form");
            }
            return Form.DIAGRAM;
        }
        if (stream) {
            return Form.STREAM;
        }
        if (objects) {
            return Form.OBJECTS;
        }
        return json || output.isUsed() ? Form.DOCUMENT : Form.TEXT;
    }

    /** Shows each event as it happens. */
    private int live(Form form, List<ChoreographyJson> choreographies, long maxSteps) {
        RunDrawing drawing = DiagramOption.run(choreographies);
        Consumer<TraceEvent> events = switch (form) {
            case STREAM -> this::print;
            case DIAGRAM -> drawing::add;
            case TEXT, DOCUMENT, OBJECTS -> this::say;
        };
        LiveRun.Ended ended = LiveRun.of(choreographies, host.handler(choreographies), maxSteps, events);
        if (form == Form.DIAGRAM) {
            draw(drawing, ended.end(), ended.steps());
        }
        return ended(form, ended.end(), ended.steps(), ended.tick());
    }

    /** Runs to the end, and shows what is kept only after everything that can fail. */
    private int kept(Form form, CaseInput input) {
        TapeOptions.Session tape = tapes.open(host.handler(input.choreographies()));
        SideOutcome outcome = switch (dialect) {
            case R -> new MachineSide(tape.handler(), form.detail).run(input);
            case L -> new DialectSide(form.detail).run(input);
        };
        tape.check();
        tape.keep();
        return switch (outcome) {
            case SideOutcome.Ran(RunOutput ran, String error) -> {
                RunEnd end = RunEnd.of(ran, input.maxSteps(), error);
                steps.requireKept(end, form.kept);
                show(form, input, ran, end);
                tape.noteRest(streams);
                List<TraceEvent> trace = ran.trace();
                yield ended(
                        form,
                        end,
                        ran.stepsExecuted(),
                        trace.isEmpty() ? 0 : trace.getLast().tick());
            }
            case SideOutcome.Refused(String stage, String message) ->
                throw CommandFailure.at("REFUSED", stage, message);
        };
    }

    private void show(Form form, CaseInput input, RunOutput ran, RunEnd end) {
        switch (form) {
            case TEXT -> ran.trace().forEach(this::say);
            case STREAM -> ran.trace().forEach(this::print);
            case DOCUMENT -> output.write(streams, JsonOutput.compactText(RunDocument.CODEC, RunDocument.of(ran, end)));
            case OBJECTS -> output.write(streams, JsonOutput.prettyText(SemanticObjects.CODEC, ran.semanticObjects()));
            case DIAGRAM -> {
                RunDrawing drawing = DiagramOption.run(input.choreographies());
                ran.trace().forEach(drawing::add);
                draw(drawing, end, ran.stepsExecuted());
            }
        }
    }

    private void draw(RunDrawing drawing, RunEnd end, long steps) {
        diagram.show(
                streams, output, drawing.diagram(end.word() + " after " + Long.toUnsignedString(steps) + " steps"));
    }

    private void say(TraceEvent event) {
        streams.say(EventText.line(event));
    }

    private void print(TraceEvent event) {
        streams.document(JsonOutput.compactText(TraceEvent.RUNNER_CODEC, event));
    }

    /** Says how the run ended. {@return the exit code} */
    private int ended(Form form, RunEnd end, long steps, long tick) {
        switch (form) {
            case TEXT -> {
                streams.say(end.word() + " after " + Long.toUnsignedString(steps) + " steps");
                if (end instanceof RunEnd.Faulted(String reason)) {
                    streams.say("ended by an error: " + reason);
                }
            }
            case STREAM -> {
                if (!(end instanceof RunEnd.Completed)) {
                    print(RunEndText.event(end, tick));
                }
            }
            case DOCUMENT, OBJECTS, DIAGRAM -> {}
        }
        if (form != Form.TEXT || end instanceof RunEnd.StepLimit) {
            RunEndText.note(end, steps, streams);
        }
        return RunEndText.exitCode(end, strict);
    }
}
