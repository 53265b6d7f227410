package dev.paritas.bridge.conform;

import dev.paritas.choreography.monitor.Monitor;
import dev.paritas.choreography.monitor.Violation;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks a log, or several of one run, through a monitor. */
public final class LogWalk {
    /** Bits of a position that are the line; those before them are the log. */
    private static final int LINE_BITS = 40;

    /** So many logs can be told apart. */
    public static final int MOST_LOGS = 1_000;

    private final Monitor monitor;
    private final int most;
    private final Consumer<ConformanceReport.Found> told;
    private final List<ConformanceReport.Found> violations = new ArrayList<>();
    private List<String> names = List.of();
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
            observe(event, event.line());
        }
        return report(log.skipped());
    }

    /**
     * Reads several logs of one run to their ends, each in its order, and each receive behind its send (docs/conform.md). The
     * violations name their logs.
     *
     * @param logs at most {@value #MOST_LOGS}
     * @return what they say together
     * @throws ProblemException ({@link LogProblem}) when they make no history
     */
    public ConformanceReport of(List<NamedLog> logs) {
        names = logs.stream().map(NamedLog::name).toList();
        new LogMerge(monitor, logs, (log, event) -> observe(event, ((long) log << LINE_BITS) | event.line())).run();
        return report(logs.stream().mapToLong(log -> log.events().skipped()).sum());
    }

    private void observe(LoggedEvent event, long position) {
        Violation violation =
                monitor.observe(event.session(), event.role(), event.action(), event.peer(), event.label(), position);
        if (violation != null) {
            found(violation);
        }
    }

    /** {@return the first violation of the log as far as it was read} */
    public Optional<Violation> first() {
        return Optional.ofNullable(first);
    }

    private void found(Violation violation) {
        first = first == null ? violation : first;
        provenWrong |= !violation.reason().isUndecided();
        if (violations.size() < most) {
            ConformanceReport.Found found = ConformanceReport.Found.of(violation, this::place);
            violations.add(found);
            told.accept(found);
        }
    }

    private ConformanceReport.Place place(long position) {
        return names.isEmpty()
                ? new ConformanceReport.Place(null, position)
                : new ConformanceReport.Place(
                        names.get((int) (position >>> LINE_BITS)), position & ((1L << LINE_BITS) - 1));
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
