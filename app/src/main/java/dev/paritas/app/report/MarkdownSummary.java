package dev.paritas.app.report;

import dev.paritas.app.report.page.Normalized;
import dev.paritas.bridge.compare.DivergedEvents;
import dev.paritas.bridge.compare.DivergenceReport;
import dev.paritas.bridge.report.CheckStatus;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.bridge.report.Mismatch;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A report on one screen, in the Markdown that build servers show beside a run. */
final class MarkdownSummary {
    /** So many differences of one check are shown; the page and the document have them all. */
    private static final int SHOWN = LaneReportText.MISMATCHES_SHOWN;

    private static final int LONGEST = 200;

    private MarkdownSummary() {}

    static String of(LaneReport report) {
        StringBuilder text = new StringBuilder();
        List<String> closing = LaneReportText.closing(report, false);
        text.append("## Paritas: ")
                .append(report.result().name().toLowerCase(Locale.ROOT))
                .append("\n\n");
        closing.forEach(line -> text.append("- ").append(escaped(line)).append('\n'));
        text.append("\nAsked for: ").append(escaped(report.mode())).append("\n\n");
        text.append("| | check | evidence | cases | compared |\n|---|---|---|---:|---|\n");
        for (LaneCheck check : report.checks()) {
            text.append("| ")
                    .append(word(check.status()))
                    .append(" | ")
                    .append(escaped(check.id()))
                    .append(" | ")
                    .append(check.evidence().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(check.cases())
                    .append(" | ")
                    .append(escaped(check.description()))
                    .append(" |\n");
        }
        List<Normalized> normalized = Normalized.in(report);
        if (!normalized.isEmpty()) {
            text.append("\nNormalised before it was compared:\n\n");
            normalized.forEach(
                    rule -> text.append("- ").append(escaped(rule.text())).append('\n'));
        }
        report.checks().stream()
                .filter(check -> check.status() == CheckStatus.FAIL
                        || check.status() == CheckStatus.BROKEN
                        || check.status() == CheckStatus.BLOCKED)
                .forEach(check -> details(text, check));
        return text.toString();
    }

    private static String word(CheckStatus status) {
        return switch (status) {
            case PASS -> "ok";
            case FAIL -> "**FAIL**";
            case SKIPPED -> "skipped";
            case BLOCKED -> "**BLOCKED**";
            case BROKEN -> "**BROKEN**";
            case COVERED -> "known";
        };
    }

    private static void details(StringBuilder text, LaneCheck check) {
        text.append("\n### ").append(escaped(check.id())).append("\n\n");
        text.append(escaped(Objects.requireNonNullElse(check.skippedReason(), check.description())))
                .append("\n\n");
        for (Mismatch mismatch : check.mismatches().stream().limit(SHOWN).toList()) {
            text.append("- ")
                    .append(escaped(mismatch.key() + " at " + mismatch.location()))
                    .append(": expected ")
                    .append(escaped(mismatch.expected()))
                    .append(", got ")
                    .append(escaped(mismatch.told()))
                    .append('\n');
            columns(text, mismatch);
        }
        check.failures().stream()
                .limit(SHOWN)
                .forEach(failure ->
                        text.append("- ").append(escaped(failure.text())).append('\n'));
        int more = Math.max(0, check.mismatches().size() - SHOWN)
                + Math.max(0, check.failures().size() - SHOWN);
        if (more > 0) {
            text.append("- and ").append(more).append(" more in the report\n");
        }
    }

    /** Two traces side by side, in a block in which nothing acts. */
    private static void columns(StringBuilder text, Mismatch mismatch) {
        DivergenceReport report = mismatch.divergence();
        if (report == null || DivergedEvents.of(report).isEmpty()) {
            return;
        }
        text.append("\n<pre>\n");
        report.lines(DivergenceReport.USUAL_WIDTH)
                .forEach(line -> text.append(entities(VisibleText.of(line))).append('\n'));
        text.append("</pre>\n\n");
    }

    private static String entities(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** {@return the text on one line, with nothing in it that Markdown or HTML would act on, cut where it is long} */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (point == '<' || point == '>' || point == '&' || point == '@') {
                escaped.append("&#").append(point).append(';');
            } else if ("\\`*_{}[]()#+!|~".indexOf(point) >= 0) {
                escaped.append('\\').appendCodePoint(point);
            } else if (point == '\t' || point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
                escaped.append(' ');
            } else if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                escaped.append('\uFFFD');
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? escaped + " …" : escaped.toString();
    }
}
