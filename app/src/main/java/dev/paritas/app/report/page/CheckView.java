package dev.paritas.app.report.page;

import dev.paritas.bridge.report.CaseFailure;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.Mismatch;
import java.util.List;
import java.util.Locale;

/**
 * A check as the page shows it: a row of the matrix and, where it has something to show, a finding.
 *
 * @param number counts the checks of the report from 1
 * @param took for each column of the matrix whether its party took part
 * @param differences the first ones
 */
record CheckView(int number, LaneCheck check, Kind kind, List<Boolean> took, List<Difference> differences) {
    /** So many differences, and as many failures, of one check are on the page. */
    static final int SHOWN = 100;

    CheckView {
        took = List.copyOf(took);
        differences = List.copyOf(differences);
    }

    static CheckView of(int number, LaneCheck check, List<Boolean> took, Pictures pictures) {
        return new CheckView(
                number,
                check,
                Kind.of(check.status()),
                took,
                check.mismatches().stream()
                        .limit(SHOWN)
                        .map(mismatch -> Difference.of(mismatch, pictures))
                        .toList());
    }

    String id() {
        return check.id();
    }

    String anchor() {
        return "check-" + number;
    }

    String status() {
        return check.status().name().toLowerCase(Locale.ROOT);
    }

    /** {@return the outcome in a cell of the matrix} */
    String mark() {
        return switch (check.status()) {
            case PASS -> "✓";
            case FAIL -> "✕";
            case COVERED -> "≈";
            case BROKEN, BLOCKED -> "!";
            case SKIPPED -> "–";
        };
    }

    String evidence() {
        return check.evidence().name().toLowerCase(Locale.ROOT);
    }

    String cases() {
        return check.cases() == 1 ? "1 case" : check.cases() + " cases";
    }

    String reason() {
        String reason = check.skippedReason();
        return reason == null ? "" : reason;
    }

    /** {@return whether it is a finding: anything but agreement and what was left out} */
    boolean isFinding() {
        return kind == Kind.FAILED || kind == Kind.KNOWN;
    }

    String count() {
        int differences = check.mismatches().size();
        int failures = check.failures().size();
        String text = differences == 0 ? "" : differences + (differences == 1 ? " difference" : " differences");
        return failures == 0
                ? text
                : text + (text.isEmpty() ? "" : ", ") + failures + (failures == 1 ? " failure" : " failures");
    }

    /** {@return what the left column of two traces is about} */
    String left() {
        return side(0, "left");
    }

    /** {@return what the right one is about} */
    String right() {
        return side(1, "right");
    }

    private String side(int index, String word) {
        return check.sides().size() == 2
                ? word + ": " + check.sides().get(index).implementation().kind()
                : word;
    }

    List<CaseFailure> failures() {
        return check.failures().stream().limit(SHOWN).toList();
    }

    int more() {
        List<Mismatch> all = check.mismatches();
        return Math.max(0, all.size() - SHOWN) + Math.max(0, check.failures().size() - SHOWN);
    }
}
