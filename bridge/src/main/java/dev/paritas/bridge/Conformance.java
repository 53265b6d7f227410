package dev.paritas.bridge;

import dev.paritas.bridge.conform.ConformanceReport;
import dev.paritas.bridge.conform.ConformanceText;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.List;

/** What a log says about its protocol (docs/conform.md). */
public final class Conformance {
    /** What the whole log is worth. */
    public enum Outcome {
        /** Every session follows the protocol to its end. */
        COMPLETE,
        /** Every session follows the protocol, and some are not finished. */
        SO_FAR,
        /** Some session does not follow the protocol. */
        VIOLATES,
        /** No session is known to violate it, and of some too little was seen. */
        UNDECIDED,
        /** There was no event to look at. */
        NOTHING
    }

    private final ConformanceReport report;

    Conformance(ConformanceReport report) {
        this.report = report;
    }

    /** {@return what the whole log is worth} */
    public Outcome outcome() {
        return switch (report.verdict()) {
            case COMPLETE -> Outcome.COMPLETE;
            case SO_FAR -> Outcome.SO_FAR;
            case VIOLATES -> Outcome.VIOLATES;
            case UNDECIDED -> Outcome.UNDECIDED;
            case NOTHING -> Outcome.NOTHING;
        };
    }

    /** {@return the first violations, at most ten, in the order of the log} */
    public List<Violation> violations() {
        return report.violations().stream().map(Violations::of).toList();
    }

    /** {@return the verdict in words: counts, unfinished sessions, and what was not looked at} */
    public String explain() {
        return String.join("\n", ConformanceText.lines(report));
    }

    /** {@return the report as one document, {@code paritas.conformance.v1}} */
    public String json() {
        return JsonOutput.compactText(ConformanceReport.CODEC, report);
    }
}
