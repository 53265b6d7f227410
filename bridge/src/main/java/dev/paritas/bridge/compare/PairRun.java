package dev.paritas.bridge.compare;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Both sides of one case, run and compared. Each gets the limit of rounds that was asked for. */
public record PairRun(CaseInput input, SideOutcome machine, SideOutcome lean, Comparison comparison) {
    /** Runs {@code input} on both sides. */
    public static PairRun of(CaseInput input, Side machine, Side lean) {
        return compare(input, machine.run(input), lean.run(input), ComparisonMode.EXACT);
    }

    /** Compares two whole outcomes exactly. */
    public static PairRun compare(CaseInput input, SideOutcome left, SideOutcome right) {
        return compare(input, left, right, ComparisonMode.EXACT);
    }

    /** Compares two whole outcomes as far as {@code mode} says. */
    public static PairRun compare(CaseInput input, SideOutcome left, SideOutcome right, ComparisonMode mode) {
        return new PairRun(input, left, right, OutcomeComparison.of(input, left, right, mode, false));
    }

    /** Compares two recorded outcomes, which may hold only a part of the step states. */
    public static PairRun recorded(CaseInput input, SideOutcome left, SideOutcome right, ComparisonMode mode) {
        return new PairRun(input, left, right, OutcomeComparison.of(input, left, right, mode, true));
    }

    /** {@return what of two runs counted} */
    public ComparisonMode mode() {
        ComparisonMode mode = comparison.mode();
        return mode == null ? ComparisonMode.EXACT : mode;
    }

    public Verdict verdict() {
        return comparison.verdict();
    }

    /** {@return the known classes that this pair shows: of its findings, and of what was normalised} */
    public Set<DivergenceClass> knownClasses() {
        EnumSet<DivergenceClass> classes = EnumSet.noneOf(DivergenceClass.class);
        comparison.findings().stream()
                .flatMap(finding -> Optional.ofNullable(finding.known()).stream())
                .forEach(classes::add);
        comparison.ledger().counts().keySet().stream()
                .flatMap(rule -> rule.known().stream())
                .forEach(classes::add);
        return classes;
    }

    /** {@return whether the sides differ in a way that no known class explains} */
    public boolean unexplained() {
        return comparison.unexplained();
    }

    /** {@return the finding of the verdict; empty unless the sides diverge} */
    public Optional<DivergenceReport> report() {
        return comparison.report();
    }

    /** {@return lines for people: the verdict, or its finding} */
    public List<String> lines() {
        return comparison.lines();
    }
}
