package dev.paritas.app.command;

import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import java.util.ArrayList;
import java.util.List;

/** Who reads workflow commands among the lines of a run. */
enum Annotations {
    /** The runner of GitHub's workflows, which shows them beside the run. */
    GITHUB;

    /** The runner shows ten of a kind for each step. */
    private static final int MOST = 10;

    /** {@return a command for each of the first checks that failed, broke or could not run} */
    List<String> of(LaneReport report) {
        List<String> lines = new ArrayList<>();
        for (LaneCheck check : report.checks()) {
            switch (check.status()) {
                case FAIL -> lines.add(line(check, differences(check)));
                case BLOCKED, BROKEN -> lines.add(line(check, String.valueOf(check.skippedReason())));
                case SKIPPED -> {
                    if (report.strict()) {
                        lines.add(line(check, String.valueOf(check.skippedReason())));
                    }
                }
                case PASS, COVERED -> {}
            }
        }
        return lines.size() > MOST ? List.copyOf(lines.subList(0, MOST)) : List.copyOf(lines);
    }

    private static String differences(LaneCheck check) {
        var first = check.mismatches().getFirst();
        int more = check.mismatches().size() - 1;
        return check.description() + "\n" + first.key() + " at " + first.location() + ": expected " + first.expected()
                + ", got " + first.told() + (more == 0 ? "" : "\nand " + more + " more in the report");
    }

    private static String line(LaneCheck check, String message) {
        return "::error title=" + property(check.id()) + "::" + message(message);
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
