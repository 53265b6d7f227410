package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of one case, run and compared (spec 22 §15.2-3): the other side gets {@code max(steps, 1)} rounds, where
 * steps is what the machine executed.
 *
 * @param steps the step-by-step comparison; empty unless both sides ran
 */
public record PairRun(
        CaseInput input, SideOutcome machine, SideOutcome lean, Verdict verdict, Optional<StepComparison> steps) {
    private static final int DIFFERENCES = 20;

    /** Runs {@code input} on both sides. */
    public static PairRun of(CaseInput input, Side machine, Side lean) {
        SideOutcome left = machine.run(input);
        CaseInput given = left instanceof SideOutcome.Ran(RunOutput output, String error)
                ? input.within(ExecutionComparator.leanSteps(output))
                : input;
        return compare(input, left, lean.run(given));
    }

    /** Compares recorded outcomes. */
    public static PairRun compare(CaseInput input, SideOutcome left, SideOutcome right) {
        Verdict verdict = OutcomeComparison.verdict(input.protocols(), left, right);
        Optional<StepComparison> steps = Optional.empty();
        if (left instanceof SideOutcome.Ran(RunOutput a, String error)
                && right instanceof SideOutcome.Ran(RunOutput b, String other)) {
            steps = Optional.of(StepComparator.compare(
                    a.stepStates(),
                    b.stepStates(),
                    input.choreographies().size() == 1 ? StepComparator.SINGLE_SESSION : StepComparator.ALL,
                    DIFFERENCES));
        }
        return new PairRun(input, left, right, verdict, steps);
    }

    /** {@return the known classes that this pair shows: of its verdict, and of what the step comparison overlooked} */
    public Set<DivergenceClass> knownClasses() {
        EnumSet<DivergenceClass> classes = EnumSet.noneOf(DivergenceClass.class);
        if (verdict instanceof Verdict.Diverge(DivergenceReport report) && report.known() != null) {
            classes.add(report.known());
        }
        steps.ifPresent(comparison -> comparison.ledger().counts().keySet().stream()
                .flatMap(rule -> rule.known().stream())
                .forEach(classes::add));
        return classes;
    }

    /** {@return whether the sides differ in a way that no known class explains} */
    public boolean unexplained() {
        return switch (verdict) {
            case Verdict.Agree() ->
                steps.map(comparison -> !comparison.equivalent()).orElse(false);
            case Verdict.Diverge(DivergenceReport report) -> report.known() == null;
            case Verdict.Declined _, Verdict.Broken _ -> false;
        };
    }

    /** {@return the first difference: of the verdict, else of the steps; empty when the sides agree or one is declined} */
    public Optional<DivergenceReport> report() {
        return switch (verdict) {
            case Verdict.Diverge(DivergenceReport report) -> Optional.of(report);
            case Verdict.Agree() ->
                steps.filter(comparison -> !comparison.equivalent()).map(PairRun::stepReport);
            case Verdict.Declined _, Verdict.Broken _ -> Optional.empty();
        };
    }

    private static DivergenceReport stepReport(StepComparison comparison) {
        String lengths = comparison.machineSteps() + " and " + comparison.leanSteps() + " steps";
        return comparison.differences().stream()
                .findFirst()
                .map(step -> new DivergenceReport(
                        "step",
                        null,
                        step.step(),
                        List.of(),
                        values(step.first().left()),
                        values(step.first().right()),
                        step.first().pointer(),
                        "the traces are equal; step " + step.step() + " differs in " + step.member()
                                + "; no known divergence explains it"))
                .orElseGet(() -> new DivergenceReport(
                        "step",
                        null,
                        Math.min(comparison.machineSteps(), comparison.leanSteps()),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        "the traces are equal; there are " + lengths));
    }

    private static List<JsonValue> values(@Nullable JsonValue value) {
        return value == null ? List.of() : List.of(value);
    }

    /** {@return lines for people: the verdict, the first difference, differing steps} */
    public List<String> lines() {
        return switch (verdict) {
            case Verdict.Agree() ->
                steps.filter(comparison -> !comparison.equivalent())
                        .map(comparison -> comparison.differences().stream()
                                .map(difference -> "step " + difference.step() + ": "
                                        + difference.first().describe())
                                .toList())
                        .orElse(List.of("agree"));
            case Verdict.Diverge(DivergenceReport report) -> report.lines();
            case Verdict.Declined(String reason) -> List.of("declined: " + reason);
            case Verdict.Broken broken -> List.of("broken: " + broken.stage());
        };
    }
}
