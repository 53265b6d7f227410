package dev.paritas.bridge.lane;

import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.corpus.CorpusCase;
import dev.paritas.bridge.corpus.RecordedSimulation;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.bridge.runner.FieldMirrorRunner;
import dev.paritas.bridge.runner.ProtocolMachineRunner;
import dev.paritas.bridge.runner.ProtocolMachineRunnerError;
import dev.paritas.bridge.runner.ProtocolMachineRunnerException;
import dev.paritas.bridge.runner.RunnerHost;
import dev.paritas.bridge.runner.SimRunInput;
import dev.paritas.bridge.runner.SimRunOutput;
import dev.paritas.bridge.runner.SimulationValidation;
import dev.paritas.bridge.scenario.FieldCase;
import dev.paritas.bridge.scenario.ReferenceSimulation;
import dev.paritas.bridge.scenario.SimulationFixture;
import dev.paritas.bridge.scenario.SimulationParity;
import dev.paritas.machine.lean.field.MirrorException;
import dev.paritas.machine.lean.field.Rational;
import dev.paritas.semanticobjects.json.JsonInput;
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
                host -> serving(
                        host, runner, client -> SimLane.parity(fixture -> client.runSimulation(fixture.input()))));
        Optional<Corpus> corpus = context.corpus("sim");
        if (corpus.isPresent()) {
            check(
                    Check.transport(RUNNER, "simulations and verdicts in this process against the runner executable"),
                    runner,
                    host -> serving(
                            host, runner, client -> cases(client, corpus.get().cases())));
        }
    }

    /** A comparison that needs child processes. */
    private interface Comparison {
        LaneContext.Findings compare(RunnerHost host) throws IOException;
    }

    private interface Client {
        LaneContext.Findings compare(ProtocolMachineRunner client);
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
        context.run(check, () -> {
            try (ChildProcesses children = new ChildProcesses()) {
                return comparison.compare(
                        new RunnerHost(children, context.environment().root(), System.getenv()));
            } catch (ProtocolMachineRunnerException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }

    private Path binary(String executable) {
        return context.environment().runners().resolve(executable);
    }

    private LaneContext.Findings serving(RunnerHost host, String executable, Client comparison) {
        try (ProtocolMachineRunner client =
                ProtocolMachineRunner.serving(host, binary(executable), SessionLimits.DEFAULT)) {
            return comparison.compare(client);
        }
    }

    private LaneContext.Findings mirror(RunnerHost host) {
        List<Mismatch> mismatches = new ArrayList<>();
        List<FieldCase> cases = FieldCase.cases(SimLane.GENERATED, SimLane.SEED);
        try (FieldMirrorRunner client =
                FieldMirrorRunner.of(host, binary(FieldMirrorRunner.NAME), SessionLimits.DEFAULT)) {
            fixtures(client, mismatches);
            for (FieldCase item : cases) {
                Optional<List<Rational>> there = client.step(item.field(), item.state(), item.peers(), item.phase());
                if (there.isEmpty()) {
                    break; // an executable that only checks its fixtures
                }
                String expected = here(item);
                String actual = there.get().toString();
                if (!actual.equals(expected)) {
                    mismatches.add(new Mismatch(MIRROR + ":step", expected, actual, item.id()));
                }
            }
        }
        return LaneContext.Findings.of(cases.size(), mismatches);
    }

    private static void fixtures(FieldMirrorRunner client, List<Mismatch> mismatches) {
        String printed;
        try {
            printed = client.check();
        } catch (ProtocolMachineRunnerException e) {
            if (!(e.error() instanceof ProtocolMachineRunnerError.ProcessFailed)) {
                throw e;
            }
            printed = String.valueOf(e.getMessage());
        }
        if (!printed.isEmpty()) {
            mismatches.add(new Mismatch(MIRROR + ":fixtures", "nothing", printed, FieldMirrorRunner.NAME));
        }
    }

    private static String here(FieldCase item) {
        try {
            return item.field().step(item.state(), item.peers(), item.phase()).toString();
        } catch (MirrorException e) {
            return e.text();
        }
    }

    private LaneContext.Findings cases(ProtocolMachineRunner client, List<CorpusCase> cases) {
        List<Mismatch> mismatches = new ArrayList<>();
        long compared = 0;
        for (CorpusCase item : cases) {
            if (item.input().choreographies().isEmpty()) {
                continue;
            }
            for (long steps : RecordedSimulation.STEPS) {
                JsonValue request = SimulationFixture.request(
                        item.input().choreographies().getFirst().globalType(), steps);
                compare(client, request, item.id() + "/steps-" + steps, mismatches);
            }
            context.progress().advance(RUNNER, ++compared, cases.size());
        }
        return LaneContext.Findings.of(compared * RecordedSimulation.STEPS.size(), mismatches);
    }

    private static void compare(
            ProtocolMachineRunner client, JsonValue request, String place, List<Mismatch> mismatches) {
        SimRunInput input = JsonInput.read(request, ReadPolicy.PEER.withMaxDepth(1_000), SimRunInput.CODEC);
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
    }
}
