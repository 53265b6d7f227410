package dev.paritas.bridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same facts as the report document, as lines for people; the last line carries the report's digest. */
public final class LaneReportText {
    /** So many mismatches of one check are printed; the document has them all. */
    public static final int MISMATCHES_SHOWN = 5;

    private LaneReportText() {}

    /** {@return one line per check, its first mismatches below it, then totals, result and digest} */
    public static List<String> lines(LaneReport report) {
        List<String> lines = new ArrayList<>();
        report.checks().forEach(check -> check(lines, check));
        LaneTotals totals = report.totals();
        lines.add("%d executed: %d passed, %d failed, %d covered; %d skipped, %d blocked"
                .formatted(
                        totals.executed(),
                        totals.passed(),
                        totals.failed(),
                        totals.covered(),
                        totals.skipped(),
                        totals.blocked()));
        lines.add(report.lane() + ": "
                + switch (report.result()) {
                    case PASS -> "ok";
                    case FAIL -> "failed";
                    case BLOCKED -> "blocked";
                });
        lines.add("report sha256=" + report.sha256());
        return List.copyOf(lines);
    }

    private static void check(List<String> lines, LaneCheck check) {
        String reason = check.skippedReason();
        String head = switch (check.status()) {
            case PASS -> "OK   ";
            case FAIL -> "FAIL ";
            case SKIPPED -> "SKIP ";
            case BLOCKED -> "STOP ";
            case COVERED -> "KNOWN";
        };
        String tail = reason == null
                ? String.format(Locale.ROOT, " (%d %s)", check.cases(), check.cases() == 1 ? "case" : "cases")
                : ": " + reason;
        lines.add(head + (head.endsWith(" ") ? "" : " ") + check.description() + tail);
        List<Mismatch> mismatches = check.mismatches();
        mismatches.stream()
                .limit(MISMATCHES_SHOWN)
                .forEach(mismatch -> lines.add("       " + mismatch.key() + " at " + mismatch.location() + ": expected "
                        + mismatch.expected() + ", got " + mismatch.actual()));
        if (mismatches.size() > MISMATCHES_SHOWN) {
            lines.add("       and " + (mismatches.size() - MISMATCHES_SHOWN) + " more in the report");
        }
    }
}
