package dev.paritas.app.report.page;

import dev.paritas.bridge.compare.NormalizationLedger;
import dev.paritas.bridge.compare.NormalizationRule;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule that changed something before it was compared.
 *
 * @param count how often, in all checks
 * @param checks the ids of the checks in which it did
 */
public record Normalized(NormalizationLedger.Entry entry, long count, List<String> checks) {
    public Normalized {
        checks = List.copyOf(checks);
    }

    /** {@return the rules that changed something in the run, in rank order} */
    public static List<Normalized> in(LaneReport report) {
        Map<NormalizationRule, Normalized> rules = new TreeMap<>();
        for (LaneCheck check : report.checks()) {
            for (NormalizationLedger.Entry entry : check.normalizations()) {
                rules.merge(
                        entry.name(), new Normalized(entry, entry.count(), List.of(check.id())), Normalized::together);
            }
        }
        return List.copyOf(rules.values());
    }

    private static Normalized together(Normalized one, Normalized other) {
        List<String> checks = new ArrayList<>(one.checks);
        checks.addAll(other.checks);
        return new Normalized(one.entry, one.count + other.count, checks);
    }

    /** {@return the rule's name, as in the document} */
    String name() {
        return entry.name().name().toLowerCase(Locale.ROOT);
    }

    /** {@return what it did, and how often, on one line} */
    public String text() {
        return entry.surface() + ": " + entry.rule() + " (" + entry.classification() + "), " + count
                + (count == 1 ? " time" : " times");
    }
}
