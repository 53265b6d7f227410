package dev.paritas.bridge.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same facts as the report document, as lines for people; the last line carries the report's digest. */
public final class LaneReportText {
    /** So many mismatches of one check are printed unless all are asked for; the document has them all. */
    public static final int MISMATCHES_SHOWN = 5;

    private static final String INDENT = "       ";

    private LaneReportText() {}

    /** {@return all lines of a report, shortly} */
    public static List<String> lines(LaneReport report) {
        List<String> lines = new ArrayList<>();
        report.checks().forEach(check -> lines.addAll(check(check, false)));
        lines.addAll(closing(report, false));
        return List.copyOf(lines);
    }

    /**
     * {@return the line of a check that is finished, and what belongs to it; nothing for a skipped one, which the end of
     * the report counts}
     *
     * @param verbose all mismatches, those of known divergences too
     */
    public static List<String> check(LaneCheck check, boolean verbose) {
        return switch (check.status()) {
            case PASS -> List.of("OK   " + check.description() + compared(check, ""));
            case FAIL -> failed(check, verbose);
            case COVERED -> covered(check, verbose);
            case BLOCKED -> List.of("STOP " + check.description() + ": " + check.skippedReason());
            case BROKEN -> broken(check, verbose);
            case SKIPPED -> List.of();
        };
    }

    /**
     * {@return what follows the checks: the skipped ones by cause, totals, result and digest}
     *
     * @param verbose each skipped check, with its own reason
     */
    public static List<String> closing(LaneReport report, boolean verbose) {
        List<String> lines = new ArrayList<>();
        skipped(report).forEach((cause, checks) -> {
            lines.add("SKIP " + checks.size() + (checks.size() == 1 ? " check: " : " checks: ") + cause.text());
            if (verbose) {
                checks.forEach(check -> lines.add(INDENT + check.description() + ": " + check.skippedReason()));
            }
        });
        LaneTotals totals = report.totals();
        lines.add("%d executed: %d passed, %d failed, %d covered; %d skipped, %d blocked, %d broken"
                .formatted(
                        totals.executed(),
                        totals.passed(),
                        totals.failed(),
                        totals.covered(),
                        totals.skipped(),
                        totals.blocked(),
                        totals.broken()));
        lines.add(report.lane() + ": " + result(report) + " (evidence: "
                + totals.evidence().text() + ")");
        lines.add("report sha256=" + report.sha256());
        return lines;
    }

    /** {@return what the run was held against and what it was not, as one sentence for a headline} */
    public static String heldAgainst(LaneReport report) {
        String missing = MissingEvidence.text(report.missingEvidence());
        String evidence =
                "Checks that ran, by evidence: " + report.totals().evidence().text() + ".";
        return missing.isEmpty()
                ? evidence
                : evidence + " " + Character.toUpperCase(missing.charAt(0)) + missing.substring(1) + ".";
    }

    private static String result(LaneReport report) {
        String missing = MissingEvidence.text(report.missingEvidence());
        return switch (report.result()) {
            case PASS -> missing.isEmpty() ? "ok" : "ok, but " + missing;
            case FAIL -> "failed";
            case BROKEN -> "broken";
            case BLOCKED -> "blocked";
        };
    }

    private static Map<SkipCause, List<LaneCheck>> skipped(LaneReport report) {
        Map<SkipCause, List<LaneCheck>> groups = new EnumMap<>(SkipCause.class);
        for (LaneCheck check : report.checks()) {
            SkipCause cause = check.cause();
            if (check.status() == CheckStatus.SKIPPED && cause != null) {
                groups.computeIfAbsent(cause, ignored -> new ArrayList<>()).add(check);
            }
        }
        return groups;
    }

    private static List<String> failed(LaneCheck check, boolean verbose) {
        List<String> lines = new ArrayList<>();
        lines.add("FAIL " + check.description() + compared(check, ""));
        mismatches(check, verbose, lines);
        failures(check, verbose, lines);
        return lines;
    }

    private static List<String> covered(LaneCheck check, boolean verbose) {
        List<String> lines = new ArrayList<>();
        int known = check.mismatches().size();
        lines.add("KNOWN " + check.description()
                + compared(check, ", " + known + (known == 1 ? " known divergence" : " known divergences")));
        if (verbose) {
            mismatches(check, true, lines);
        }
        return lines;
    }

    private static List<String> broken(LaneCheck check, boolean verbose) {
        List<String> lines = new ArrayList<>();
        lines.add("STOP " + check.description() + ": " + check.skippedReason());
        failures(check, verbose, lines);
        return lines;
    }

    private static String compared(LaneCheck check, String more) {
        return String.format(Locale.ROOT, " (%d %s%s)", check.cases(), check.cases() == 1 ? "case" : "cases", more);
    }

    private static void mismatches(LaneCheck check, boolean verbose, List<String> lines) {
        List<Mismatch> mismatches = check.mismatches();
        int shown = verbose ? mismatches.size() : Math.min(mismatches.size(), MISMATCHES_SHOWN);
        mismatches
                .subList(0, shown)
                .forEach(mismatch -> lines.add(INDENT + mismatch.key() + " at " + mismatch.location() + ": expected "
                        + mismatch.expected() + ", got " + mismatch.told()));
        more(mismatches.size() - shown, lines);
    }

    private static void failures(LaneCheck check, boolean verbose, List<String> lines) {
        List<CaseFailure> failures = check.failures();
        int shown = verbose ? failures.size() : Math.min(failures.size(), MISMATCHES_SHOWN);
        for (CaseFailure failure : failures.subList(0, shown)) {
            lines.add(INDENT + failure.text());
            failure.stderr().lines().forEach(line -> lines.add(INDENT + "  | " + line));
        }
        more(failures.size() - shown, lines);
    }

    private static void more(int left, List<String> lines) {
        if (left > 0) {
            lines.add(INDENT + "and " + left + " more in the report");
        }
    }
}
