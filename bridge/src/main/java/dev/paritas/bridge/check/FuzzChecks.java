package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.AnswerDifference;
import dev.paritas.bridge.compare.Answerer;
import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.ExecutionComparator;
import dev.paritas.bridge.compare.LeanModel;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.compare.Model;
import dev.paritas.bridge.compare.ModelAnswer;
import dev.paritas.bridge.compare.PairRun;
import dev.paritas.bridge.compare.Reproducer;
import dev.paritas.bridge.compare.Side;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.PeerPool;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.JsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code --fuzz}: fresh protocols through machine, reference dialect and Lean model; what nothing explains is made small
 * and kept. Without Lean the two in this process are still compared, and the lane is blocked or, where Lean is required,
 * fails.
 */
final class FuzzChecks {
    private static final String MACHINE = "fuzz/machine";
    private static final String LEAN = "fuzz/lean";

    private final LaneContext context;
    private final FuzzPlan plan;
    private final List<FuzzCase> cases;
    private final Side machine;
    private final Side dialect;

    FuzzChecks(LaneContext context, FuzzPlan plan, Side machine, Side dialect) {
        this.context = context;
        this.plan = plan;
        this.cases = plan.cases();
        this.machine = machine;
        this.dialect = dialect;
    }

    static void run(LaneContext context, LaneOptions options) {
        LeanRunners runners = new LeanRunners(context, options.requireLean());
        FuzzChecks checks = new FuzzChecks(context, options.fuzz(), new MachineSide(), new DialectSide());
        checks.machine();
        runners.findOrDecline(LeanToolchain.MACHINE, checks.leanCheck()).ifPresent(runner -> {
            try (ChildProcesses children = new ChildProcesses();
                    PeerPool pool = Peer.MACHINE.pool(
                            context.host(children), runner, context.options().leanWorkers(), SessionLimits.LEAN)) {
                context.progress().asks(runner.toString(), RunnerHost.longestDeadline(context.variables()));
                checks.lean(new LeanModel(pool), runners.answerer(runner), pool::each);
            }
        });
    }

    /** R against L: equal, or apart in a known way. */
    void machine() {
        Check check = Check.independent(
                MACHINE, "machine against the reference dialect on fresh protocols, " + plan.options());
        PairJudge judge = new PairJudge(context, machine.answerer(), dialect.answerer(), this::smaller);
        Row.run(
                context,
                List.of(Row.between(
                        List.of(ImplementationId.JAVA_MACHINE, ImplementationId.JAVA_MODEL),
                        check,
                        Source.of(cases, FuzzCase::id),
                        item -> pair(judge, item.value()))));
    }

    private Findings pair(PairJudge judge, FuzzCase item) throws IOException {
        PairRun pair;
        try {
            pair = PairRun.of(item.input(), machine, dialect);
        } catch (RuntimeException e) {
            return judge.broken(item.id(), "a defect of Paritas: " + e.getMessage());
        }
        return judge.classified(item.id(), item.seed(), pair);
    }

    /** Whatever a side in this process throws is a defect that this very case shows. */
    private Optional<PairRun> pair(CaseInput input) {
        try {
            return Optional.of(PairRun.of(input, machine, dialect));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A candidate on which a side breaks shows something else. */
    private PairRun smaller(PairRun found) {
        CaseInput smallest = CaseShrinking.minimise(
                found.input(),
                candidate -> pair(candidate).filter(PairRun::unexplained).isPresent());
        return PairRun.of(smallest, machine, dialect);
    }

    Check leanCheck() {
        return Check.independent(
                LEAN, "reference dialect against the Lean model on fresh protocols, " + plan.options());
    }

    /** L against the model executed by Lean, {@code who}: equal answers, step states included. */
    void lean(Model lean, Answerer who, Asked.Workers workers) {
        context.run(leanCheck(), () -> {
            Asked<Boolean> equal = Asked.each(
                    workers,
                    cases,
                    FuzzCase::id,
                    done -> context.progress().advance(LEAN, done, cases.size()),
                    item -> difference(lean, given(item.input())).isEmpty());
            List<Mismatch> mismatches = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                if (!equal.answers().get(i).orElse(true)) {
                    mismatches.add(mismatch(lean, who, cases.get(i), mismatches.size() < PairJudge.KEPT));
                }
            }
            return Findings.of(equal.given().size(), mismatches)
                    .failing(equal.failures())
                    .between(List.of(context.here(ImplementationId.JAVA_MODEL), who.identity()));
        });
    }

    /** The model gets as many rounds as the machine took (spec 22 §15.2); all of them where the machine broke. */
    private CaseInput given(CaseInput input) {
        try {
            return machine.run(input) instanceof SideOutcome.Ran(var output, var ignored)
                    ? input.within(ExecutionComparator.leanSteps(output))
                    : input;
        } catch (RuntimeException e) {
            return input;
        }
    }

    private Optional<AnswerDifference> difference(Model lean, CaseInput given) {
        return AnswerDifference.between(ModelAnswer.of(dialect.run(given)), lean.answer(given));
    }

    private Mismatch mismatch(Model lean, Answerer who, FuzzCase item, boolean keep) throws IOException {
        CaseInput smallest = keep
                ? CaseShrinking.minimise(given(item.input()), candidate -> shows(lean, candidate))
                : given(item.input());
        ModelAnswer left = ModelAnswer.of(dialect.run(smallest));
        ModelAnswer right = lean.answer(smallest);
        AnswerDifference difference = AnswerDifference.between(left, right)
                .orElseThrow(() -> new IOException(item.id() + ": Lean answers one question in two ways"));
        Mismatch mismatch = Mismatch.of(LEAN, difference, item.id());
        if (!keep) {
            return mismatch;
        }
        Reproducer reproducer = Reproducer.ofLeanModel(
                smallest,
                left.outcome(),
                readable(right),
                difference.report(),
                new Reproducer.Origin(item.id(), item.seed(), context.reproducersName(), dialect.answerer(), who));
        context.keep(reproducer);
        return mismatch.shownBy(reproducer.about().command());
    }

    /** A candidate that ends Lean's process shows something else. */
    private boolean shows(Model lean, CaseInput candidate) {
        try {
            return difference(lean, candidate).isPresent();
        } catch (ImplementationException e) {
            return false;
        }
    }

    private static SideOutcome readable(ModelAnswer answer) {
        try {
            return answer.outcome();
        } catch (JsonException e) {
            return new SideOutcome.Refused("read", e.describe());
        }
    }
}
