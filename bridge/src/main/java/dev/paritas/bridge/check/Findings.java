package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.bridge.implementation.Identity;
import dev.paritas.bridge.report.CaseFailure;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check found, or one case of it. The keys of a case's mismatches are without the check's id.
 *
 * @param cases how many cases were compared
 * @param mismatches unexplained differences
 * @param known differences that a listed deviation explains
 * @param failures cases on which a side gave no answer
 * @param deviations ids of the listed deviations that explained something
 * @param sides who was compared with whom, where a process or a model took part
 * @param ledger how often each rule changed what was compared
 */
record Findings(
        long cases,
        List<Mismatch> mismatches,
        List<Mismatch> known,
        List<CaseFailure> failures,
        Set<String> deviations,
        List<Identity> sides,
        NormalizationLedger ledger)
        implements Row.Found {
    /** Of a case that was not compared. */
    static final Findings NOTHING = of(0, List.of());

    static final Findings AGREEMENT = of(1, List.of());

    Findings {
        mismatches = List.copyOf(mismatches);
        known = List.copyOf(known);
        failures = List.copyOf(failures);
        deviations = Set.copyOf(deviations);
        sides = List.copyOf(sides);
    }

    /** Those of a comparison that normalises nothing, in this process. */
    Findings(long cases, List<Mismatch> mismatches, List<Mismatch> known, Set<String> deviations) {
        this(cases, mismatches, known, List.of(), deviations, List.of(), NormalizationLedger.EMPTY);
    }

    static Findings of(long cases, List<Mismatch> mismatches) {
        return new Findings(cases, mismatches, List.of(), Set.of());
    }

    /** {@return those of one case} */
    static Findings of(Mismatch... mismatches) {
        return of(1, List.of(mismatches));
    }

    /** {@return those of one case, each difference made a mismatch} */
    static Findings of(Collection<JsonDifference> differences, Function<JsonDifference, Mismatch> mismatch) {
        return of(1, differences.stream().map(mismatch).toList());
    }

    /** {@return those of one case, its only difference made a mismatch} */
    static Findings of(Optional<JsonDifference> difference, Function<JsonDifference, Mismatch> mismatch) {
        return of(difference.stream().toList(), mismatch);
    }

    /** {@return those of a case whose differences {@code deviation} explains} */
    static Findings explained(Mismatch known, String deviation) {
        return new Findings(1, List.of(), List.of(known), Set.of(deviation));
    }

    /** {@return those of one case in which two values must be equal} */
    static Findings equal(String place, JsonValue expected, JsonValue actual) {
        return of(StructuralDifference.first(expected, actual), difference -> Mismatch.of(place, difference, place));
    }

    /** {@return those of one case in which two values must be equal} */
    static Findings equal(boolean same, String key, Object expected, Object actual, String place) {
        return same ? AGREEMENT : of(new Mismatch(key, expected.toString(), actual.toString(), place));
    }

    static Findings broken(CaseFailure failure) {
        return NOTHING.failing(List.of(failure));
    }

    @Override
    public Findings findings() {
        return this;
    }

    /** {@return the same findings, their keys below {@code check}} */
    Findings under(String check) {
        return new Findings(cases, under(check, mismatches), under(check, known), failures, deviations, sides, ledger);
    }

    private static List<Mismatch> under(String check, List<Mismatch> mismatches) {
        return mismatches.stream()
                .map(one -> one.withKey(one.key().isEmpty() ? check : check + ":" + one.key()))
                .toList();
    }

    /** {@return the same findings, and cases on which a side gave no answer} */
    Findings failing(List<CaseFailure> more) {
        return new Findings(
                cases,
                mismatches,
                known,
                Stream.concat(failures.stream(), more.stream()).toList(),
                deviations,
                sides,
                ledger);
    }

    /** {@return the same findings of values that were normalised} */
    Findings normalised(NormalizationLedger used) {
        return new Findings(cases, mismatches, known, failures, deviations, sides, used);
    }

    /** {@return the same findings about sides that are named} */
    Findings between(List<Identity> named) {
        return new Findings(cases, mismatches, known, failures, deviations, named, ledger);
    }

    static Findings together(List<Findings> parts) {
        return new Findings(
                parts.stream().mapToLong(Findings::cases).sum(),
                parts.stream().flatMap(part -> part.mismatches.stream()).toList(),
                parts.stream().flatMap(part -> part.known.stream()).toList(),
                parts.stream().flatMap(part -> part.failures.stream()).toList(),
                parts.stream().flatMap(part -> part.deviations.stream()).collect(Collectors.toSet()),
                List.of(),
                parts.stream().map(Findings::ledger).reduce(NormalizationLedger.EMPTY, NormalizationLedger::plus));
    }
}
