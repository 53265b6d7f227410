package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.RecordedSimulation;
import dev.paritas.bridge.implementation.FieldMirrorRunner;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.ProtocolMachineRunner;
import dev.paritas.bridge.implementation.ProtocolMachineRunnerException;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.SimRunInput;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.implementation.SimulationValidation;
import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.bridge.scenario.FieldCase;
import dev.paritas.bridge.scenario.ReferenceSimulation;
import dev.paritas.bridge.scenario.SimulationFixture;
import dev.paritas.bridge.scenario.SimulationParity;
import dev.paritas.model.field.MirrorException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The simulation operations in this process against the executables. */
final class SimRunnerChecks {
    private static final String MIRROR = "sim/mirror";
    private static final String FIXTURES = "sim/runner-parity";
    private static final String RUNNER = "sim/runner";

    private final LaneContext context;

    SimRunnerChecks(LaneContext context) {
        this.context = context;
    }

    void run() {
        check(
                Check.transport(MIRROR, "the field mirror as a process against the one in this process"),
                FieldMirrorRunner.NAME,
                this::mirror);
        String runner = "protocol_machine_runner";
        check(
                Check.independent(FIXTURES, "runs of the machine against the simulations of the runner executable"),
                runner,
                (check, host) -> serving(host, runner, client -> parity(check, client)));
        Optional<Corpus> corpus = context.corpus("sim");
        if (corpus.isPresent()) {
            check(
                    Check.transport(RUNNER, "simulations and verdicts in this process against the runner executable"),
                    runner,
                    (check, host) -> serving(
                            host,
                            runner,
                            client -> cases(check, client, corpus.get().cases())));
        }
    }

    /** A comparison that needs child processes. */
    private interface Comparison {
        LaneContext.Findings compare(Check check, RunnerHost host) throws IOException;
    }

    private interface Client {
        LaneContext.Findings compare(ProtocolMachineRunner client) throws IOException;
    }

    private void check(Check check, String executable, Comparison comparison) {
        Path binary = binary(executable);
        if (!Files.isRegularFile(binary)) {
            context.decline(
                    check,
                    SkipCause.EXECUTABLE,
                    "there is no executable at " + context.environment().relative(binary));
            return;
        }
        context.runAsking(check, binary, () -> {
            try (ChildProcesses children = new ChildProcesses()) {
                return comparison.compare(check, context.host(children));
            }
        });
    }

    private Path binary(String executable) {
        return context.environment().runners().resolve(executable);
    }

    private LaneContext.Findings serving(RunnerHost host, String executable, Client comparison) throws IOException {
        try (ProtocolMachineRunner client =
                ProtocolMachineRunner.serving(host, binary(executable), SessionLimits.DEFAULT)) {
            return comparison.compare(client);
        }
    }

    private LaneContext.Findings parity(Check check, ProtocolMachineRunner client) throws IOException {
        RunnerCases asking = new RunnerCases(context, check, SimulationFixture.PUBLISHED.size());
        for (SimulationFixture fixture : SimulationFixture.PUBLISHED) {
            asking.ask(
                    fixture.scenario().name(), () -> SimLane.parity(fixture, one -> client.runSimulation(one.input())));
        }
        return asking.findings(context.here(ImplementationId.JAVA_MACHINE), client.identity());
    }

    private LaneContext.Findings mirror(Check check, RunnerHost host) throws IOException {
        List<FieldCase> cases = FieldCase.cases(SimLane.GENERATED, SimLane.SEED);
        RunnerCases asking = new RunnerCases(context, check, cases.size() + 1L);
        try (FieldMirrorRunner client =
                FieldMirrorRunner.of(host, binary(FieldMirrorRunner.NAME), SessionLimits.DEFAULT)) {
            asking.ask(FieldMirrorRunner.NAME, () -> fixtures(client));
            if (client.serves()) {
                for (FieldCase item : cases) {
                    asking.ask(item.id(), () -> step(client, item));
                }
            }
            return asking.findings(context.here(ImplementationId.JAVA_MODEL), client.identity());
        }
    }

    private static List<Mismatch> step(FieldMirrorRunner client, FieldCase item) {
        String expected = here(item);
        String actual = client.step(item.field(), item.state(), item.peers(), item.phase())
                .map(Object::toString)
                .orElse("no step");
        return actual.equals(expected)
                ? List.of()
                : List.of(new Mismatch(MIRROR + ":step", expected, actual, item.id()));
    }

    /** Nothing is printed when all fixtures hold; the first that does not is a refusal. */
    private static List<Mismatch> fixtures(FieldMirrorRunner client) {
        try {
            String printed = client.check();
            if (printed.isEmpty()) {
                return List.of();
            }
            throw new ChildException(ChildErrorCode.CHILD_BAD_OUTPUT, "it printed something where nothing was due", "");
        } catch (ProtocolMachineRunnerException e) {
            if (!e.isRefusal()) {
                throw e;
            }
            return List.of(new Mismatch(MIRROR + ":fixtures", "nothing", e.sentence(), FieldMirrorRunner.NAME));
        }
    }

    private static String here(FieldCase item) {
        try {
            return item.field().step(item.state(), item.peers(), item.phase()).toString();
        } catch (MirrorException e) {
            return e.text();
        }
    }

    private LaneContext.Findings cases(Check check, ProtocolMachineRunner client, List<CorpusCase> cases)
            throws IOException {
        List<CorpusCase> runs = cases.stream()
                .filter(item -> !item.input().choreographies().isEmpty())
                .toList();
        RunnerCases asking = new RunnerCases(context, check, (long) runs.size() * RecordedSimulation.STEPS.size());
        for (CorpusCase item : runs) {
            for (long steps : RecordedSimulation.STEPS) {
                JsonValue request = SimulationFixture.request(
                        item.input().choreographies().getFirst().globalType(), steps);
                String place = item.id() + "/steps-" + steps;
                asking.ask(place, () -> compare(client, request, place));
            }
        }
        return asking.findings(context.here(ImplementationId.JAVA_MODEL), client.identity());
    }

    private static List<Mismatch> compare(ProtocolMachineRunner client, JsonValue request, String place) {
        List<Mismatch> mismatches = new ArrayList<>();
        SimRunInput input = SimRunInput.CODEC.fromTree(request, ReadPolicy.PEER.withMaxDepth(1_000));
        SimRunOutput expected = ReferenceSimulation.of(request);
        StructuralDifference.first(SimRunOutput.CODEC, expected, client.runSimulation(input))
                .ifPresent(difference -> mismatches.add(new Mismatch(
                        RUNNER + ":simulation",
                        difference.leftText(),
                        difference.rightText(),
                        place + difference.pointer())));
        for (List<TraceEvent> trace : List.of(expected.trace(), SimulationParity.tampered(expected.trace()))) {
            SimulationValidation verdict = ReferenceSimulation.validate(SimulationParity.payload(request, trace));
            StructuralDifference.first(
                            SimulationValidation.CODEC, verdict, client.validateSimulationTrace(input, trace))
                    .ifPresent(difference -> mismatches.add(new Mismatch(
                            RUNNER + ":verdict",
                            difference.leftText(),
                            difference.rightText(),
                            place + difference.pointer())));
        }
        return mismatches;
    }
}
