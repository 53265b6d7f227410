package dev.paritas.bridge.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The report in words. */
public final class ConformanceText {
    private ConformanceText() {}

    /**
     * {@return a violation in lines}
     *
     * @param log what the log is called, when there is one
     */
    public static List<String> lines(ConformanceReport.Found found, String log) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(found.session(), found.event(), Objects.requireNonNullElse(found.log(), log), found.line()));
        lines.add("  happened: " + found.happened());
        lines.add("  reason:   " + found.reason().sentence());
        lines.add(
                "  allowed:  " + (found.allowed().isEmpty() ? "nothing more" : String.join(", or ", found.allowed())));
        String before = "  before:   ";
        for (ConformanceReport.Earlier earlier : found.before()) {
            lines.add(before + Objects.requireNonNullElse(earlier.log(), log) + ":" + earlier.line() + "  "
                    + earlier.text());
            before = "            ";
        }
        return lines;
    }

    /**
     * {@return which session broke off, and where}
     *
     * @param event number of the event in its session, from 1
     * @param log what the log is called
     * @param line in the log, from 1
     */
    public static String headline(String session, long event, String log, long line) {
        return "violates: " + session(session) + ", event " + event + " at " + log + ":" + line;
    }

    /** {@return the verdict and the counts in lines} */
    public static List<String> lines(ConformanceReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                verdict(report) + ": " + counted(report.events().seen(), "event") + ", " + sessions(report.sessions()));
        for (ConformanceReport.Unfinished open : report.unfinished()) {
            lines.add("  not finished: " + session(open.session()) + " after " + counted(open.events(), "event") + "; "
                    + String.join("; ", open.next()));
        }
        more(
                lines,
                report.sessions().open() - report.unfinished().size(),
                "session that is not finished",
                "sessions that are not finished");
        more(
                lines,
                report.sessions().violated() - report.violations().size(),
                "session that violates it",
                "sessions that violate it");
        leftOut(lines, report.events());
        return lines;
    }

    private static String verdict(ConformanceReport report) {
        return switch (report.verdict()) {
            case COMPLETE -> "conforms (complete)";
            case SO_FAR -> "conforms so far";
            case VIOLATES -> "violates the protocol";
            case UNDECIDED -> "undecided";
            case NOTHING -> "nothing to look at";
        };
    }

    private static String sessions(ConformanceReport.Sessions sessions) {
        List<String> parts = new ArrayList<>();
        if (sessions.complete() > 0) {
            parts.add(sessions.complete() + " complete");
        }
        if (sessions.open() > 0) {
            parts.add(sessions.open() + " not finished");
        }
        if (sessions.violated() > 0) {
            parts.add(sessions.violated() + " broken off");
        }
        long all = sessions.complete() + sessions.open() + sessions.violated();
        return counted(all, "session") + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    private static void more(List<String> lines, long count, String one, String many) {
        if (count > 0) {
            lines.add("  and " + count + " more " + (count == 1 ? one : many));
        }
    }

    private static void leftOut(List<String> lines, ConformanceReport.Events events) {
        note(lines, events.skipped(), "left out by --skip");
        note(lines, events.unwatched(), "of roles that are not watched");
        note(lines, events.duplicates(), "repeated deliveries, which --allow-duplicates allows");
        note(lines, events.behindViolations(), "behind violations, not looked at");
        if (events.forgottenSessions() > 0) {
            lines.add("  note: " + counted(events.forgottenSessions(), "finished session")
                    + " no longer known by name: what came behind their end would be taken for a new session");
        }
    }

    private static void note(List<String> lines, long count, String what) {
        if (count > 0) {
            lines.add("  note: " + counted(count, "event") + " " + what);
        }
    }

    private static String session(String name) {
        return name.isEmpty() ? "the session" : "session " + name;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
