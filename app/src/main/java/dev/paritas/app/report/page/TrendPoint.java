package dev.paritas.app.report.page;

import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneTotals;
import java.util.Locale;

/**
 * One run in the trend.
 *
 * @param name of its file, or of the run that the page is about
 */
public record TrendPoint(String name, LaneReport report) {
    private LaneTotals totals() {
        return report.totals();
    }

    long passed() {
        return totals().passed();
    }

    long known() {
        return totals().covered();
    }

    long failed() {
        return totals().failed() + totals().broken() + totals().blocked();
    }

    long skipped() {
        return totals().skipped();
    }

    long all() {
        return report.checks().size();
    }

    String text() {
        return name + ": " + report.result().name().toLowerCase(Locale.ROOT) + ", " + passed() + " passed, " + known()
                + " known, " + failed() + " failed, " + skipped() + " skipped";
    }
}
