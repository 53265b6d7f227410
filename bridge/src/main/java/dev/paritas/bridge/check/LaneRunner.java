package dev.paritas.bridge.check;

import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs the lanes of {@code check-parity} and gathers one report. */
public final class LaneRunner {
    public static final String LANE = "check-parity";

    private static final List<LaneSelection> ORDER = Arrays.stream(LaneSelection.values())
            .filter(lane -> lane != LaneSelection.DEFAULT && lane != LaneSelection.FUZZ && lane != LaneSelection.ALL)
            .toList();

    private LaneRunner() {}

    /** As {@link #run(LaneSelection, LaneEnvironment, LaneOptions, LaneProgress)} with the default options. */
    public static LaneReport run(LaneSelection selection, LaneEnvironment environment, LaneProgress progress) {
        return run(selection, environment, LaneOptions.DEFAULT, progress);
    }

    /**
     * Runs what {@code selection} names. A check that was asked for by name and cannot run is blocked; in the default
     * selection, and under strict, it is skipped with its reason (which strict counts as a failure).
     *
     * @return the report; only reproducer folders of unexplained divergences are written
     */
    public static LaneReport run(
            LaneSelection selection, LaneEnvironment environment, LaneOptions options, LaneProgress progress) {
        LaneContext context = new LaneContext(
                environment, progress, selection != LaneSelection.DEFAULT, System.getenv(), options.traffic());
        switch (selection) {
            case DEFAULT -> ORDER.forEach(lane -> run(lane, context, options));
            case ALL -> all(context, options);
            default -> run(selection, context, options);
        }
        return LaneReport.of(
                LANE,
                selection == LaneSelection.FUZZ ? options.fuzz().options() : selection.mode(),
                environment.strict(),
                context.inputs(),
                Map.of("java", new JsonValue.Text(Runtime.version().toString())),
                context.checks(),
                context.deviations());
    }

    /** Stops behind the first lane that fails; the others are named. */
    private static void all(LaneContext context, LaneOptions options) {
        for (LaneSelection lane : ORDER) {
            if (context.hasFailed()) {
                context.skip(
                        Check.transport(lane.mode().substring(2), "lane " + lane.mode()),
                        SkipCause.EARLIER_FAILURE,
                        SkipCause.EARLIER_FAILURE.text());
            } else {
                run(lane, context, options);
            }
        }
    }

    static void run(LaneSelection lane, LaneContext context, LaneOptions options) {
        switch (lane) {
            case TYPES -> ShapeChecks.run(context);
            case SUITE -> SuiteChecks.run(context);
            case CONFORMANCE -> ConformanceChecks.run(context);
            case GOLDEN -> GoldenChecks.run(context);
            case PROJECTION -> ValidatorLane.run(context);
            case BUNDLES -> BundleChecks.run(context);
            case HEAP -> HeapChecks.run(context);
            case EFFECTS -> ReducedChecks.effects().run(context);
            case SEARCH -> SearchChecks.run(context);
            case SIM -> SimulationChecks.run(context);
            case LEAN -> lean(context, new LeanRunners(context, options.requireLean()));
            case FUZZ -> FuzzChecks.run(context, options);
            case DEFAULT, ALL -> ORDER.forEach(one -> run(one, context, options));
        }
    }

    /**
     * Our reading of the model against the model itself, executed by Lean. A machine without Lean skips the lane, however it
     * was selected, unless Lean is required.
     */
    private static void lean(LaneContext context, LeanRunners runners) {
        LeanTypeChecks.run(context, runners);
        LeanLogChecks.run(context, runners);
        LeanMachineChecks.run(context, runners);
        HeapChecks.lean(context, runners);
        BundleChecks.lean(context, runners);
        ReducedChecks.effects().lean(context, runners);
        ReducedChecks.search().lean(context, runners);
    }
}
