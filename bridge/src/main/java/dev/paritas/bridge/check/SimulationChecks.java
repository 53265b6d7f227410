package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.RecordedSimulation;
import dev.paritas.bridge.implementation.Answer;
import dev.paritas.bridge.implementation.FieldOperations;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.ProtocolMachineRunner;
import dev.paritas.bridge.implementation.ServingPeer;
import dev.paritas.bridge.implementation.SimRunInput;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.implementation.SimulationValidation;
import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.scenario.FieldCase;
import dev.paritas.bridge.scenario.ReferenceSimulation;
import dev.paritas.bridge.scenario.ScenarioFile;
import dev.paritas.bridge.scenario.ScenarioFile.Numbers;
import dev.paritas.bridge.scenario.SimulationFixture;
import dev.paritas.bridge.scenario.SimulationParity;
import dev.paritas.model.field.FieldMirror;
import dev.paritas.model.field.MirrorProblem;
import dev.paritas.model.field.Rational;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.simulation.field.FieldProblem;
import dev.paritas.simulation.scenario.ScenarioProblem;
import dev.paritas.simulation.scenario.SimulatorHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code --sim}: field dynamics, reference simulations and scenario files (spec 52 §3-5). */
final class SimulationChecks {
    private static final int GENERATED = 300;
    private static final long SEED = 7;

    private static final Source<FieldCase> STEPS = Source.made(() -> Source.cases(fields(), FieldCase::id));
    private static final Source<SimulationFixture> FIXTURES =
            Source.of(SimulationFixture.PUBLISHED, fixture -> fixture.scenario().name());

    private static final Check FIELDS =
            Check.independent("sim/fields", "field dynamics in fixed point against the exact mirror");
    private static final Check PARITY =
            Check.independent("sim/parity", "runs of the machine against their reference simulations");
    private static final Check MIRROR =
            Check.transport("sim/mirror", "the field mirror as a process against the one in this process");
    private static final Check RUNNER_PARITY = Check.independent(
            "sim/runner-parity", "runs of the machine against the simulations of the runner executable");
    private static final Check RUNNER =
            Check.transport("sim/runner", "simulations and verdicts in this process against the runner executable");
    private static final Check SCENARIOS =
            Check.transport("sim/scenarios", "published scenario files, strictly and leniently");

    private SimulationChecks() {}

    static void run(LaneContext context) {
        Path runners = context.environment().runners();
        Row.run(
                context,
                List.of(
                        Row.here(FIELDS, STEPS, SimulationChecks::field),
                        Row.here(
                                PARITY,
                                FIXTURES,
                                item -> parity(
                                        item, fixture -> ReferenceSimulation.of(SimulationFixture.request(fixture))))));
        Row.run(
                context,
                Runner.serving(
                        Peer.FIELD_MIRROR, runners.resolve(Peer.FIELD_MIRROR.executable()), SessionLimits.DEFAULT),
                List.of(Row.asking(MIRROR, ImplementationId.JAVA_MODEL, mirrored(), SimulationChecks::mirror)));
        Row<Runner.Opened, SimulationFixture> simulated = Row.asking(
                RUNNER_PARITY,
                ImplementationId.JAVA_MACHINE,
                FIXTURES,
                (runner, item) -> parity(item, fixture -> machine(runner).runSimulation(fixture.input())));
        Row.run(
                context,
                Runner.serving(Peer.MACHINE, runners.resolve(LeanToolchain.MACHINE), SessionLimits.DEFAULT)
                        .called("executable"),
                List.of(
                        simulated.withKeys(PARITY.id()),
                        Row.asking(
                                RUNNER,
                                ImplementationId.JAVA_MODEL,
                                Source.corpus("sim", SimulationChecks::requests),
                                SimulationChecks::simulation)));
        Row.run(
                context,
                List.of(Row.here(
                        SCENARIOS,
                        Source.referenceFolder(
                                "simulator-scenarios", "there are no scenario files at", Source.bytes(".toml")),
                        SimulationChecks::scenario)));
    }

    private static List<FieldCase> fields() {
        return FieldCase.cases(GENERATED, SEED);
    }

    private static Findings field(Case<FieldCase> step) {
        FieldCase item = step.value();
        String key = item.field().layer();
        try {
            List<Rational> mirror = item.field().step(item.state(), item.peers(), item.phase());
            List<Rational> runtime = item.runtime();
            return FieldMirror.near(runtime, mirror)
                    ? Findings.AGREEMENT
                    : Findings.of(new Mismatch(key, mirror.toString(), runtime.toString(), item.id()));
        } catch (ProblemException e) {
            if (e.problem() instanceof MirrorProblem || e.problem() instanceof FieldProblem) {
                return Findings.of(new Mismatch(key, "a state", e.getMessage(), item.id()));
            }
            throw e;
        }
    }

    /** Where a reference simulation comes from. */
    @FunctionalInterface
    interface Simulator {
        SimRunOutput simulate(SimulationFixture fixture);
    }

    static Findings parity(Case<SimulationFixture> item, Simulator simulator) {
        try {
            return Findings.of(
                    1,
                    SimulationParity.differences(item.value(), simulator.simulate(item.value())).stream()
                            .map(difference -> new Mismatch(
                                    difference.what(), difference.simulation(), difference.run(), item.id()))
                            .toList());
        } catch (ProblemException e) {
            ScenarioProblem problem = e.only(ScenarioProblem.class);
            return Findings.of(new Mismatch(problem.code(), "a run", problem.sentence(), item.id()));
        }
    }

    /** The runner's own fixtures, and then, where it serves, each step. */
    private static Source<Optional<FieldCase>> mirrored() {
        return Source.made(() -> Stream.concat(
                        Stream.of(new Case<>(Peer.FIELD_MIRROR.executable(), Optional.<FieldCase>empty())),
                        fields().stream().map(item -> new Case<>(item.id(), Optional.of(item))))
                .toList());
    }

    private static Findings mirror(Runner.Opened runner, Case<Optional<FieldCase>> item) {
        if (item.value().isEmpty()) {
            return fixtures(runner.client());
        }
        if (!(runner.client() instanceof ServingPeer serving) || !serving.serves()) {
            return Findings.NOTHING;
        }
        FieldCase step = item.value().get();
        String expected;
        try {
            expected =
                    step.field().step(step.state(), step.peers(), step.phase()).toString();
        } catch (ProblemException e) {
            expected = e.only(MirrorProblem.class).sentence();
        }
        String actual = serving.serves(FieldOperations.STEP)
                ? serving.ask(
                                FieldOperations.STEP,
                                new FieldOperations.Step(step.field(), step.state(), step.peers(), step.phase()))
                        .value()
                        .toString()
                : "no step";
        return actual.equals(expected)
                ? Findings.AGREEMENT
                : Findings.of(new Mismatch("step", expected, actual, item.id()));
    }

    /** Nothing is printed when all fixtures hold; the first that does not is a refusal. */
    private static Findings fixtures(Implementation mirror) {
        return switch (mirror.ask(FieldOperations.CHECK, JsonValue.NULL)) {
            case Answer.Answered<String>(String printed) -> {
                if (printed.isEmpty()) {
                    yield Findings.AGREEMENT;
                }
                throw new ChildException(
                        ChildErrorCode.CHILD_BAD_OUTPUT, "it printed something where nothing was due", "");
            }
            case Answer.Refused<String>(ImplementationException refusal) ->
                Findings.of(new Mismatch("fixtures", "nothing", refusal.sentence(), Peer.FIELD_MIRROR.executable()));
        };
    }

    private static ProtocolMachineRunner machine(Runner.Opened runner) {
        return new ProtocolMachineRunner(runner.client());
    }

    /** {@return a request for each number of steps of each case that has a choreography} */
    private static List<Case<JsonValue>> requests(Corpus corpus) {
        return corpus.cases().stream()
                .filter(item -> !item.input().choreographies().isEmpty())
                .flatMap(item -> RecordedSimulation.STEPS.stream()
                        .map(steps -> new Case<>(
                                item.id() + "/steps-" + steps,
                                SimulationFixture.request(
                                        item.input().choreographies().getFirst().globalType(), steps))))
                .toList();
    }

    private static Findings simulation(Runner.Opened opened, Case<JsonValue> item) {
        ProtocolMachineRunner runner = machine(opened);
        JsonValue request = item.value();
        List<Mismatch> mismatches = new ArrayList<>();
        SimRunInput input = SimRunInput.CODEC.fromTree(request, ReadPolicy.PEER.withMaxDepth(1_000));
        SimRunOutput expected = ReferenceSimulation.of(request);
        StructuralDifference.first(SimRunOutput.CODEC, expected, runner.runSimulation(input))
                .ifPresent(difference -> mismatches.add(Mismatch.of("simulation", difference, item.id())));
        for (List<TraceEvent> trace : List.of(expected.trace(), SimulationParity.tampered(expected.trace()))) {
            SimulationValidation verdict = ReferenceSimulation.validate(SimulationParity.payload(request, trace));
            StructuralDifference.first(
                            SimulationValidation.CODEC, verdict, runner.validateSimulationTrace(input, trace))
                    .ifPresent(difference -> mismatches.add(Mismatch.of("verdict", difference, item.id())));
        }
        return Findings.of(1, mismatches);
    }

    /** The published files hold float tokens: refused as the reference refuses them, and read leniently. */
    private static Findings scenario(Case<byte[]> item) {
        ScenarioFile file;
        try {
            file = ScenarioFile.read(item.value(), Numbers.LENIENT, SimulatorHost.SINGLE_THREAD);
        } catch (ProblemException e) {
            String sentence = e.only(ScenarioProblem.class).sentence();
            return Findings.of(new Mismatch("lenient", "a scenario", sentence, item.id()));
        }
        if (file.conforms()) {
            return Findings.AGREEMENT;
        }
        String path = file.floats().getFirst();
        String refusal = strictly(item.value(), path);
        List<Mismatch> mismatches = refusal.isEmpty()
                ? List.of()
                : List.of(new Mismatch("strict", "a refusal at " + path, refusal, item.id()));
        return new Findings(1, mismatches, List.of(), Set.of("sim.scenario.float_tokens"));
    }

    /** {@return what came of a strict reading instead of a refusal at {@code path}; empty when nothing did} */
    private static String strictly(byte[] toml, String path) {
        try {
            ScenarioFile.read(toml, Numbers.STRICT, SimulatorHost.SINGLE_THREAD);
            return "a scenario";
        } catch (ProblemException e) {
            ScenarioProblem problem = e.only(ScenarioProblem.class);
            return problem.place().equals(path) ? "" : problem.sentence();
        }
    }
}
