package dev.paritas.bridge;

import dev.paritas.bridge.conform.ConformanceReport;
import dev.paritas.choreography.monitor.Observation;

/** Violations as users of the library see them. */
final class Violations {
    private Violations() {}

    static Violation of(dev.paritas.choreography.monitor.Violation violation) {
        return new Violation(
                violation.session(),
                violation.event(),
                0,
                violation.reason().name(),
                violation.happened().text(),
                violation.reason().sentence(),
                violation.allowed(),
                violation.before().stream().map(Observation::text).toList());
    }

    static Violation of(ConformanceReport.Found found) {
        return new Violation(
                found.session(),
                found.event(),
                found.line(),
                found.reason().name(),
                found.happened(),
                found.reason().sentence(),
                found.allowed(),
                found.before().stream()
                        .map(earlier -> "line " + earlier.line() + ": " + earlier.text())
                        .toList());
    }
}
