package dev.paritas.app.command;

import dev.paritas.bridge.compare.EventText;
import dev.paritas.bridge.scenario.ScenarioFile;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.trace.BridgeExport;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.value.FixedPointProblem;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.run.SimulationRun;
import dev.paritas.simulation.run.StepRecord;
import dev.paritas.simulation.scenario.Scenario;
import dev.paritas.simulation.scenario.ScenarioProblem;
import dev.paritas.simulation.scenario.SimulatorHost;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        description = "Run a scenario on a choreography and show the state of each role after each step.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "A scenario as TOML; - reads standard input.")
    private Path scenario = Path.of("-");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A choreography: .tell or JSON; - reads standard input.")
    private Path choreography = Path.of("-");

    @Option(
            names = "--state",
            paramLabel = "ROLE=N,...",
            description = "A role's first state as decimals, in place of the field's; once for each role.")
    private Map<String, String> states = new LinkedHashMap<>();

    @Option(
            names = "--lenient",
            description = "Read float tokens as the decimals they are; the reference refuses them.")
    private boolean lenient;

    @Option(names = "--trace", description = "Show the trace instead of the states.")
    private boolean trace;

    @Option(
            names = "--strict",
            description = "A run that uses up its steps is a failure: exit code 1; a .tell source of which"
                    + " statements are lost is refused.")
    private boolean strict;

    @Option(names = "--json", description = "Print each record as one JSON line, numbers as bits.")
    private boolean json;

    SimulateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (trace && json) {
            throw CommandFailure.usage("--json prints records, and --trace prints events");
        }
        if (scenario.equals(choreography)) {
            throw CommandFailure.usage("scenario and choreography are two documents");
        }
        Map<String, List<FixedQ32>> initial = initialStates();
        GlobalType protocol =
                new Choreographies(streams, strict).readOne(choreography).globalType();
        try {
            Scenario asked = read().scenario();
            SimulationRun run = SimulationRun.of(asked, protocol, initial);
            lines(run).forEach(json ? streams::document : streams::say);
            return ended(run, asked.steps());
        } catch (ProblemException e) {
            ScenarioProblem problem = e.only(ScenarioProblem.class);
            String path = problem.place();
            throw CommandFailure.at(path.isEmpty() ? scenario.toString() : scenario + " " + path, problem);
        }
    }

    /** Says how the run ended; a scenario names its steps, so having taken them all is no news in its records. */
    private int ended(SimulationRun run, long steps) {
        RunEnd end = run.end();
        if (json && !(end instanceof RunEnd.Completed) && !(end instanceof RunEnd.StepLimit)) {
            streams.document(JsonOutput.compactText(JsonValue.CODEC, RunEndText.document(end)));
        }
        boolean all = end instanceof RunEnd.StepLimit || run.records().isEmpty();
        RunEndText.note(end, all ? steps : run.records().getLast().step(), streams);
        return RunEndText.exitCode(end, strict);
    }

    private ScenarioFile read() {
        ScenarioFile file = ScenarioFile.read(
                streams.read(scenario, ScenarioFile.MAX_BYTES),
                lenient ? ScenarioFile.Numbers.LENIENT : ScenarioFile.Numbers.STRICT,
                SimulatorHost.SINGLE_THREAD);
        if (!file.conforms()) {
            streams.complain("note: float tokens, which the reference refuses: " + String.join(", ", file.floats()));
        }
        return file;
    }

    private Map<String, List<FixedQ32>> initialStates() {
        Map<String, List<FixedQ32>> initial = new LinkedHashMap<>();
        states.forEach((role, decimals) -> initial.put(role, numbers(role, decimals)));
        return initial;
    }

    private static List<FixedQ32> numbers(String role, String decimals) {
        try {
            return Stream.of(decimals.split(",", -1)).map(FixedQ32::parse).toList();
        } catch (ProblemException e) {
            throw CommandFailure.usage(
                    "--state " + role + ": " + e.only(FixedPointProblem.class).sentence());
        }
    }

    private Stream<String> lines(SimulationRun run) {
        if (trace) {
            return BridgeExport.trace(run.trace()).stream().map(EventText::line);
        }
        return run.records().stream()
                .map(json ? item -> JsonOutput.compactText(StepRecord.CODEC, item) : SimulateCommand::text);
    }

    private static String text(StepRecord item) {
        String state = item.state().stream().map(FixedQ32::toString).collect(Collectors.joining(" "));
        return "%6s  %-8s  %s"
                .formatted(Long.toUnsignedString(item.step()), item.role(), state)
                .stripTrailing();
    }
}
