package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.bridge.scenario.FieldCase;
import dev.paritas.bridge.scenario.ReferenceSimulation;
import dev.paritas.bridge.scenario.ScenarioFile;
import dev.paritas.bridge.scenario.ScenarioFile.Numbers;
import dev.paritas.bridge.scenario.SimulationFixture;
import dev.paritas.bridge.scenario.SimulationParity;
import dev.paritas.model.field.FieldMirror;
import dev.paritas.model.field.MirrorException;
import dev.paritas.model.field.Rational;
import dev.paritas.simulation.field.FieldException;
import dev.paritas.simulation.scenario.ScenarioException;
import dev.paritas.simulation.scenario.SimulatorHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code --sim}: field dynamics, reference simulations and scenario files (spec 52 §3-5). */
final class SimLane {
    static final int GENERATED = 300;
    static final long SEED = 7;

    private static final String FIELDS = "sim/fields";
    private static final String PARITY = "sim/parity";
    private static final String SCENARIOS = "sim/scenarios";

    private final LaneContext context;

    SimLane(LaneContext context) {
        this.context = context;
    }

    void run() {
        context.run(
                Check.independent(FIELDS, "field dynamics in fixed point against the exact mirror"), () -> fields());
        context.run(
                Check.independent(PARITY, "runs of the machine against their reference simulations"),
                () -> parity(fixture -> ReferenceSimulation.of(SimulationFixture.request(fixture))));
        new SimRunnerChecks(context).run();
        scenarios();
    }

    private static LaneContext.Findings fields() {
        List<FieldCase> cases = FieldCase.cases(GENERATED, SEED);
        List<Mismatch> mismatches = new ArrayList<>();
        for (FieldCase item : cases) {
            String expected;
            String actual;
            boolean equal;
            try {
                List<Rational> mirror = item.field().step(item.state(), item.peers(), item.phase());
                List<Rational> runtime = item.runtime();
                expected = mirror.toString();
                actual = runtime.toString();
                equal = FieldMirror.near(runtime, mirror);
            } catch (MirrorException | FieldException e) {
                expected = "a state";
                actual = String.valueOf(e.getMessage());
                equal = false;
            }
            if (!equal) {
                mismatches.add(new Mismatch(FIELDS + ":" + item.field().layer(), expected, actual, item.id()));
            }
        }
        return LaneContext.Findings.of(cases.size(), mismatches);
    }

    /** Where a reference simulation comes from. */
    interface Simulator {
        SimRunOutput simulate(SimulationFixture fixture);
    }

    static LaneContext.Findings parity(Simulator simulator) {
        return LaneContext.Findings.of(
                SimulationFixture.PUBLISHED.size(),
                SimulationFixture.PUBLISHED.stream()
                        .flatMap(fixture -> parity(fixture, simulator).stream())
                        .toList());
    }

    static List<Mismatch> parity(SimulationFixture fixture, Simulator simulator) {
        List<Mismatch> mismatches = new ArrayList<>();
        String name = fixture.scenario().name();
        try {
            for (SimulationParity.Difference difference :
                    SimulationParity.differences(fixture, simulator.simulate(fixture))) {
                mismatches.add(new Mismatch(
                        PARITY + ":" + difference.what(), difference.simulation(), difference.run(), name));
            }
        } catch (ScenarioException e) {
            mismatches.add(new Mismatch(PARITY + ":" + e.code(), "a run", e.text(), name));
        }
        return mismatches;
    }

    /** The published files hold float tokens: refused as the reference refuses them, and read leniently. */
    private void scenarios() {
        Path folder = context.environment().reference().resolve("simulator-scenarios");
        Check check = Check.transport(SCENARIOS, "published scenario files, strictly and leniently");
        if (!context.environment().has(folder)) {
            context.skip(
                    check,
                    SkipCause.REFERENCE,
                    "there are no scenario files at " + context.environment().relative(folder));
            return;
        }
        context.run(check, () -> {
            List<Mismatch> mismatches = new ArrayList<>();
            List<Path> files = files(folder);
            for (Path file : files) {
                byte[] toml = context.read(file);
                String place = context.environment().relative(file);
                mismatches.addAll(judged(toml, place));
            }
            return LaneContext.Findings.of(files.size(), mismatches);
        });
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList();
        }
    }

    private List<Mismatch> judged(byte[] toml, String place) {
        List<Mismatch> mismatches = new ArrayList<>();
        try {
            ScenarioFile file = ScenarioFile.read(toml, Numbers.LENIENT, SimulatorHost.SINGLE_THREAD);
            if (!file.conforms()) {
                context.usedDeviation("sim.scenario.float_tokens");
                strictRefusal(toml, place, file.floats().getFirst(), mismatches);
            }
        } catch (ScenarioException e) {
            mismatches.add(new Mismatch(SCENARIOS + ":lenient", "a scenario", e.text(), place));
        }
        return mismatches;
    }

    private static void strictRefusal(byte[] toml, String place, String path, List<Mismatch> mismatches) {
        try {
            ScenarioFile.read(toml, Numbers.STRICT, SimulatorHost.SINGLE_THREAD);
            mismatches.add(new Mismatch(SCENARIOS + ":strict", "a refusal at " + path, "a scenario", place));
        } catch (ScenarioException e) {
            if (!e.path().equals(path)) {
                mismatches.add(new Mismatch(SCENARIOS + ":strict", "a refusal at " + path, e.text(), place));
            }
        }
    }
}
