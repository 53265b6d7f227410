package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.Release;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs the lanes of {@code check-parity} and gathers one report. */
public final class LaneRunner {
    public static final String LANE = "check-parity";

    private static final List<LaneSelection> ORDER = Arrays.stream(LaneSelection.values())
            .filter(lane -> switch (lane) {
                case DEFAULT, FUZZ, RUNNER, ALL -> false;
                case TYPES, SUITE, CONFORMANCE, GOLDEN, PROJECTION, BUNDLES, HEAP, EFFECTS, SEARCH, SIM, LEAN -> true;
            })
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
     * @throws java.util.NoSuchElementException when {@code RUNNER} is selected and no runner is named
     * @return the report; only reproducer folders of unexplained divergences are written
     */
    public static LaneReport run(
            LaneSelection selection, LaneEnvironment environment, LaneOptions options, LaneProgress progress) {
        CheckFilter filter = options.filter();
        List<LaneSelection> lanes = filter.isAll()
                ? lanes(selection)
                : list(selection, environment, options).stream()
                        .filter(listed -> listed.in(filter))
                        .map(ListedCheck::lane)
                        .distinct()
                        .toList();
        LaneContext context = context(selection, environment, options, progress, CheckGate.of(filter));
        for (LaneSelection lane : lanes) {
            if (selection == LaneSelection.ALL && context.hasFailed()) {
                passedOver(lane, context);
            } else {
                run(lane, context, options);
            }
        }
        return LaneReport.of(
                LANE,
                mode(selection, options) + filter.options(),
                filter.shard().orElse(null),
                environment.strict(),
                context.inputs(),
                Map.of(
                        "java",
                        new JsonValue.Text(Runtime.version().toString()),
                        Release.NAME,
                        new JsonValue.Text(Release.VERSION)),
                context.checks(),
                context.deviations());
    }

    /** {@return every check that a run of {@code selection} would report here, in its order; no filter, and nothing is run} */
    public static List<ListedCheck> list(LaneSelection selection, LaneEnvironment environment, LaneOptions options) {
        List<Check> seen = new ArrayList<>();
        LaneContext context =
                context(selection, environment, options, LaneProgress.SILENT, new CheckGate.Listing(seen));
        List<ListedCheck> listed = new ArrayList<>();
        for (LaneSelection lane : lanes(selection)) {
            run(lane, context, options);
            seen.stream()
                    .skip(listed.size())
                    .forEach(check -> listed.add(new ListedCheck(lane, check, context.insists(check))));
        }
        return List.copyOf(listed);
    }

    private static String mode(LaneSelection selection, LaneOptions options) {
        return switch (selection) {
            case FUZZ -> options.fuzz().options();
            case RUNNER ->
                selection.mode()
                        + (options.fuzz().count() > 0 ? " " + options.fuzz().options() : "");
            default -> selection.mode();
        };
    }

    private static List<LaneSelection> lanes(LaneSelection selection) {
        return selection == LaneSelection.DEFAULT || selection == LaneSelection.ALL ? ORDER : List.of(selection);
    }

    private static LaneContext context(
            LaneSelection selection,
            LaneEnvironment environment,
            LaneOptions options,
            LaneProgress progress,
            CheckGate gate) {
        return new LaneContext(
                environment, progress, selection != LaneSelection.DEFAULT, System.getenv(), options, gate);
    }

    /** A lane behind the first that failed, which is named. */
    private static void passedOver(LaneSelection lane, LaneContext context) {
        Check check = Check.transport(lane.word(), "lane " + lane.mode());
        context.insist(check);
        context.skip(check, SkipCause.EARLIER_FAILURE, SkipCause.EARLIER_FAILURE.text());
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
            case RUNNER -> RunnerChecks.run(context, options.runner().orElseThrow(), options.fuzz());
            case DEFAULT, ALL -> ORDER.forEach(one -> run(one, context, options));
        }
    }

    /**
     * Our reading of the model against the model itself, executed by Lean. A machine without Lean skips the lane, however it
     * was selected, unless Lean is required.
     */
    private static void lean(LaneContext context, LeanRunners runners) {
        if (context.lists() && runners.any()) {
            context.verifies("lean");
        }
        LeanTypeChecks.run(context, runners);
        LeanLogChecks.run(context, runners);
        LeanMachineChecks.run(context, runners);
        HeapChecks.lean(context, runners);
        BundleChecks.lean(context, runners);
        ReducedChecks.effects().lean(context, runners);
        ReducedChecks.search().lean(context, runners);
    }
}
