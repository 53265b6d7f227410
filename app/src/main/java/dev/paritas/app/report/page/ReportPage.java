package dev.paritas.app.report.page;

import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that the page of a report says.
 *
 * @param parties the columns of the matrix, in the order in which checks name them
 * @param checks in execution order
 * @param normalized the rules that changed something before it was compared
 * @param undrawn why there are no pictures; empty where they are, or where none is due
 * @param style the style sheet, which the page carries
 * @param script what its buttons do, which it carries too
 * @param policy what the page may load: nothing but these two, named by their digests
 */
public record ReportPage(
        LaneReport report,
        List<Party> parties,
        List<CheckView> checks,
        List<Normalized> normalized,
        String undrawn,
        Trend trend,
        String style,
        String script,
        String policy) {
    public ReportPage {
        parties = List.copyOf(parties);
        checks = List.copyOf(checks);
        normalized = List.copyOf(normalized);
    }

    /** {@return the page of a report} */
    public static ReportPage of(LaneReport report, Trend trend, String style, String script, String policy) {
        List<Party> parties = report.checks().stream()
                .flatMap(check -> Party.of(check).stream())
                .distinct()
                .toList();
        List<CheckView> checks = new ArrayList<>();
        Pictures pictures = new Pictures();
        for (LaneCheck check : report.checks()) {
            List<Party> took = Party.of(check);
            checks.add(CheckView.of(
                    checks.size() + 1,
                    check,
                    parties.stream().map(took::contains).toList(),
                    pictures));
        }
        return new ReportPage(
                report, parties, checks, Normalized.in(report), pictures.refusal(), trend, style, script, policy);
    }

    String verdict() {
        return switch (report.result()) {
            case PASS -> "Parity holds";
            case FAIL -> "Parity fails";
            case BROKEN -> "A side gave no answer";
            case BLOCKED ->
                report.totals().executed() == 0 ? "Nothing was compared" : "Not everything could be compared";
        };
    }

    String result() {
        return report.result().name().toLowerCase(Locale.ROOT);
    }

    String heldAgainst() {
        return LaneReportText.heldAgainst(report);
    }

    long count(Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind).count();
    }

    List<Kind> kinds() {
        return Arrays.asList(Kind.values());
    }

    /** {@return findings, those that fail first} */
    List<CheckView> findings() {
        return checks.stream()
                .filter(CheckView::isFinding)
                .sorted((one, other) -> Boolean.compare(one.kind() == Kind.KNOWN, other.kind() == Kind.KNOWN))
                .toList();
    }

    /** {@return the checks of each lane} */
    Map<String, List<CheckView>> lanes() {
        return checks.stream()
                .collect(Collectors.groupingBy(view -> view.check().lane(), LinkedHashMap::new, Collectors.toList()));
    }

    /** {@return what is missing here, with the checks that it keeps from running} */
    Map<String, List<CheckView>> leftOut() {
        return checks.stream()
                .filter(view -> view.kind() == Kind.SKIPPED)
                .collect(Collectors.groupingBy(ReportPage::cause, LinkedHashMap::new, Collectors.toList()));
    }

    private static String cause(CheckView view) {
        var cause = view.check().cause();
        return cause == null ? "for another reason" : cause.text();
    }

    /** {@return the tools with their versions} */
    String tools() {
        return report.tools().entrySet().stream()
                .map(tool -> tool.getKey() + " "
                        + (tool.getValue() instanceof JsonValue.Text(String version) ? version : "absent"))
                .collect(Collectors.joining(", "));
    }
}
