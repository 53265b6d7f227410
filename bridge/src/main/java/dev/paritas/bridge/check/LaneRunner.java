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
        LaneContext context = new LaneContext(environment, progress, selection != LaneSelection.DEFAULT);
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
            case TYPES -> new TypesLane(context).run();
            case SUITE -> new SuiteLane(context).run();
            case CONFORMANCE -> new ConformanceLane(context).run();
            case GOLDEN -> new GoldenLane(context).run();
            case PROJECTION -> new ProjectionLane(context, context.variables()).run();
            case BUNDLES -> new BundlesLane(context).run();
            case HEAP -> new HeapLane(context).run();
            case EFFECTS -> new EffectsLane(context).run();
            case SEARCH -> new SearchLane(context).run();
            case SIM -> new SimLane(context).run();
            case LEAN -> new LeanLane(context, options).run();
            case FUZZ -> new FuzzLane(context, options).run();
            case DEFAULT, ALL -> ORDER.forEach(one -> run(one, context, options));
        }
    }
}
