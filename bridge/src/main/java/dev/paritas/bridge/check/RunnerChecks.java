package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.ComparisonMode;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.RunnerSide;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.compare.Verdict;
import dev.paritas.bridge.corpus.Case;
import dev.paritas.bridge.corpus.Corpus;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.path.PathProblem;
import dev.paritas.choreography.path.Paths;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RunDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * {@code --runner}: an executable of the user's own, held to the machine: on the protocols of the corpus, and on fresh ones, each
 * along a way drawn from its seed. What the machine does not run to its end or its limit is held against nobody; what it runs and
 * the executable refuses is a difference.
 */
final class RunnerChecks {
    private static final String CORPUS = "runner/corpus";
    private static final String FUZZ = "runner/fuzz";

    /** Loops of a drawn way. */
    private static final int LOOPS = 2;

    /** So many smaller cases the executable is asked in all; what differs behind them is kept as it was found. */
    private static final int SHRINKING = 400;

    private final LaneContext context;
    private final RunnerCommand command;
    private @Nullable PairJudge judge;
    private int shrinking = SHRINKING;

    private RunnerChecks(LaneContext context, RunnerCommand command) {
        this.context = context;
        this.command = command;
    }

    static void run(LaneContext context, RunnerCommand command, FuzzPlan plan) {
        RunnerChecks checks = new RunnerChecks(context, command);
        List<Row<Runner.Opened, CaseInput>> rows = new ArrayList<>();
        rows.add(Row.asking(
                Check.independent(CORPUS, "the machine against the runner on the protocols of the corpus"),
                ImplementationId.JAVA_MACHINE,
                Source.corpus("runner", RunnerChecks::published),
                checks::compared));
        if (plan.count() > 0) {
            rows.add(Row.asking(
                    Check.independent(FUZZ, "the machine against the runner on fresh protocols, " + plan.options()),
                    ImplementationId.JAVA_MACHINE,
                    Source.made(() -> plan.cases().stream()
                            .map(item -> new Case<>(item.id(), along(item)))
                            .toList()),
                    checks::compared));
        }
        Row.run(context, Runner.started(command, context.options().ownWorkers(), SessionLimits.DEFAULT), rows);
    }

    private static List<Case<CaseInput>> published(Corpus corpus) {
        return corpus.cases().stream()
                .map(item -> new Case<>(item.id(), item.input()))
                .toList();
    }

    private static CaseInput along(FuzzCase item) {
        SplittableRandom random = new SplittableRandom(item.seed());
        List<ChoreographyJson> ways = item.input().choreographies().stream()
                .map(protocol -> along(protocol, random))
                .toList();
        return new CaseInput(ways, item.input().concurrency(), item.input().maxSteps());
    }

    /** What makes no sense, or has no such way, stays as it is. */
    private static ChoreographyJson along(ChoreographyJson protocol, SplittableRandom random) {
        try {
            return new ChoreographyJson(
                    protocol.schemaVersion(),
                    Paths.of(protocol.globalType()).random(random, LOOPS).type(),
                    protocol.roles());
        } catch (ProblemException e) {
            e.only(PathProblem.class);
            return protocol;
        }
    }

    /** Several processes may be asked; what differs is made small and kept by one thread, in the order of the cases. */
    private Row.Found compared(Runner.Opened opened, Case<CaseInput> item) {
        SideOutcome ours = MachineSide.withLabels(RunDetail.TRACE).run(item.value());
        if (!(ours instanceof SideOutcome.Ran(var ignored, String error)) || error != null) {
            return Findings.NOTHING;
        }
        PairRun pair = pair(opened, item.value());
        return () -> switch (pair.verdict()) {
            case Verdict.Agree ignored2 ->
                Findings.AGREEMENT.normalised(pair.comparison().ledger());
            case Verdict.Declined ignored2 -> Findings.NOTHING;
            case Verdict.Broken(String stage, var ignored2, var ignored3) ->
                judge(opened).broken(item.id(), stage);
            // A runtime of its own has no known ways to part from ours.
            case Verdict.Diverge ignored2 -> judge(opened).agreeing(item.id(), pair);
        };
    }

    private PairRun pair(Runner.Opened opened, CaseInput input) {
        SideOutcome theirs = new RunnerSide(opened.client(), command).run(input);
        ComparisonMode mode = ComparisonMode.of(answerer(opened), theirs);
        Side machine = mode == ComparisonMode.EXACT
                ? new MachineSide(RunDetail.STEPS)
                : MachineSide.withLabels(RunDetail.STEPS);
        return PairRun.compare(input, machine.run(input), theirs, mode);
    }

    private Answerer answerer(Runner.Opened opened) {
        return new Answerer(opened.identity(), command.line());
    }

    private PairJudge judge(Runner.Opened opened) {
        PairJudge known = judge;
        if (known == null) {
            known = new PairJudge(
                    context,
                    Answerer.here(ImplementationId.JAVA_MACHINE),
                    answerer(opened),
                    found -> smaller(opened, found));
            judge = known;
        }
        return known;
    }

    private PairRun smaller(Runner.Opened opened, PairRun found) {
        CaseInput smallest =
                CaseShrinking.minimise(found.input(), candidate -> shrinking > 0 && differs(opened, candidate));
        PairRun pair = pair(opened, smallest);
        return pair.report().isPresent() ? pair : found;
    }

    /** A candidate on which a side breaks, or which nobody runs, shows something else. */
    private boolean differs(Runner.Opened opened, CaseInput candidate) {
        if (!(MachineSide.withLabels(RunDetail.TRACE).run(candidate)
                        instanceof SideOutcome.Ran(var ignored, String error))
                || error != null) {
            return false;
        }
        shrinking--;
        try {
            return pair(opened, candidate).report().isPresent();
        } catch (ImplementationException e) {
            return false;
        }
    }
}
