package dev.paritas.bridge.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one comparison came to. The verdict is decided here and nowhere else; whoever prints it adds nothing.
 *
 * @param findings every difference that was found, a covered one included; empty unless the verdict is diverge
 * @param ledger how often each rule changed what was compared
 * @param coverage what was compared and what was not
 * @param mode what of two runs counted; null where no runs were compared
 */
public record Comparison(
        Verdict verdict,
        List<DivergenceReport> findings,
        NormalizationLedger ledger,
        Coverage coverage,
        @Nullable ComparisonMode mode) {
    public Comparison {
        findings = List.copyOf(findings);
    }

    /** {@return agree without findings; else diverge, by a finding that nothing explains if there is one} */
    public static Comparison of(List<DivergenceReport> findings, NormalizationLedger ledger, Coverage coverage) {
        Verdict verdict = findings.stream()
                .min(Comparator.comparing(finding -> finding.known() != null))
                .<Verdict>map(Verdict.Diverge::new)
                .orElseGet(Verdict.Agree::new);
        return new Comparison(verdict, findings, ledger, coverage, null);
    }

    /** {@return the comparison of two documents that must be equal} */
    public static Comparison of(Optional<DivergenceReport> difference, Coverage coverage) {
        return of(difference.stream().toList(), NormalizationLedger.EMPTY, coverage);
    }

    /** {@return a comparison that did not come about} */
    public static Comparison none(Verdict verdict) {
        return new Comparison(verdict, List.of(), NormalizationLedger.EMPTY, Coverage.NONE, null);
    }

    /** {@return the same comparison, of two runs in this mode} */
    Comparison in(ComparisonMode used) {
        return new Comparison(verdict, findings, ledger, coverage, used);
    }

    /** {@return whether the sides differ in a way that no known class explains} */
    public boolean unexplained() {
        return findings.stream().anyMatch(finding -> finding.known() == null);
    }

    /** {@return the finding of the verdict; empty unless the sides diverge} */
    public Optional<DivergenceReport> report() {
        return verdict instanceof Verdict.Diverge(DivergenceReport report) ? Optional.of(report) : Optional.empty();
    }

    /** {@return the verdict for people, one fact per line} */
    public List<String> lines() {
        return switch (verdict) {
            case Verdict.Agree() -> List.of("agree");
            case Verdict.Diverge(DivergenceReport report) -> report.lines();
            case Verdict.Declined(String reason, var ignored) -> List.of("declined: " + reason);
            case Verdict.Broken(String stage, var ignored, var ignored2) -> List.of("broken: " + stage);
        };
    }
}
