package dev.paritas.bridge.conform;

import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks a log through a monitor. */
public final class LogWalk {
    private final Monitor monitor;
    private final int most;
    private final Consumer<ConformanceReport.Found> told;
    private final List<ConformanceReport.Found> violations = new ArrayList<>();
    private @Nullable Violation first;
    private boolean provenWrong;

    /**
     * @param most violations and unfinished sessions that the report lists, at least 0
     * @param told each listed violation as soon as it is met
     */
    public LogWalk(Monitor monitor, int most, Consumer<ConformanceReport.Found> told) {
        this.monitor = monitor;
        this.most = most;
        this.told = told;
    }

    /** Reads a log to its end. {@return what it says} */
    public ConformanceReport of(EventLog log) {
        for (LoggedEvent event = log.next(); event != null; event = log.next()) {
            Violation violation = monitor.observe(
                    event.session(), event.role(), event.action(), event.peer(), event.label(), event.line());
            if (violation != null) {
                found(violation);
            }
        }
        return report(log.skipped());
    }

    /** {@return the first violation of the log as far as it was read} */
    public Optional<Violation> first() {
        return Optional.ofNullable(first);
    }

    private void found(Violation violation) {
        first = first == null ? violation : first;
        provenWrong |= !violation.reason().isUndecided();
        if (violations.size() < most) {
            ConformanceReport.Found found = ConformanceReport.Found.of(violation);
            violations.add(found);
            told.accept(found);
        }
    }

    private ConformanceReport report(long skipped) {
        Monitor.Summary counts = monitor.summary();
        List<ConformanceReport.Unfinished> unfinished = monitor.open(most).stream()
                .map(session -> new ConformanceReport.Unfinished(session.name(), session.events(), session.next()))
                .toList();
        return new ConformanceReport(
                verdict(counts),
                new ConformanceReport.Sessions(counts.complete(), counts.open(), counts.violated()),
                new ConformanceReport.Events(
                        counts.events(),
                        skipped,
                        counts.unwatched(),
                        counts.duplicates(),
                        counts.behindViolations(),
                        counts.forgotten()),
                violations,
                unfinished);
    }

    private ConformanceReport.Verdict verdict(Monitor.Summary counts) {
        if (counts.violated() > 0) {
            return provenWrong ? ConformanceReport.Verdict.VIOLATES : ConformanceReport.Verdict.UNDECIDED;
        }
        if (counts.complete() + counts.open() == 0) {
            return ConformanceReport.Verdict.NOTHING;
        }
        return counts.open() == 0 ? ConformanceReport.Verdict.COMPLETE : ConformanceReport.Verdict.SO_FAR;
    }
}
