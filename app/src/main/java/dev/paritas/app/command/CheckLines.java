package dev.paritas.app.command;

import dev.paritas.bridge.check.LaneProgress;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import java.time.Duration;
import java.util.List;

/** Lines of a run of lanes as its checks finish, each written through at once, with a progress bar between them. */
final class CheckLines implements LaneProgress, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Streams streams;
    private final Manner manner;
    private final ProgressBar bar;
    private final Waiting waiting;

    /** How much is printed. */
    enum Manner {
        /** Nothing: the document is printed instead. */
        SILENT,
        /** What failed, broke or could not run, and the closing lines. */
        QUIET,
        USUAL,
        /** Every difference and every check that was left out. */
        VERBOSE;

        static Manner of(boolean silent, boolean quiet, boolean verbose) {
            return silent ? SILENT : quiet ? QUIET : verbose ? VERBOSE : USUAL;
        }
    }

    CheckLines(Streams streams, Manner manner) {
        this(streams, manner, PATIENCE);
    }

    /** @param patience so long nothing is heard of a runner before a line says who is waited for */
    CheckLines(Streams streams, Manner manner, Duration patience) {
        this.waiting = new Waiting(patience, this::waits);
        this.streams = streams;
        this.manner = manner;
        this.bar = new ProgressBar(streams);
    }

    @Override
    public synchronized void advance(String check, long done, long total) {
        waiting.heard();
        bar.advance(check, done, total);
    }

    @Override
    public void asks(String runner, Duration deadline) {
        waiting.begin(runner, deadline);
    }

    @Override
    public void answered() {
        waiting.end();
    }

    /** In the bar's place on a terminal, else as a line on standard error. */
    private synchronized void waits(String text) {
        if (streams.isInteractive()) {
            bar.say(text);
        } else {
            streams.complain(text);
        }
    }

    @Override
    public synchronized void finished(LaneCheck check) {
        waiting.end();
        bar.clear();
        boolean agrees = switch (check.status()) {
            case PASS, COVERED, SKIPPED -> true;
            case FAIL, BLOCKED, BROKEN -> false;
        };
        if (manner != Manner.QUIET || !agrees) {
            print(LaneReportText.check(check, manner == Manner.VERBOSE));
        }
    }

    /** The end of the report, behind the lines of its checks. */
    synchronized void ended(LaneReport report) {
        bar.clear();
        print(LaneReportText.closing(report, manner == Manner.VERBOSE));
    }

    private void print(List<String> lines) {
        if (manner != Manner.SILENT) {
            lines.forEach(line -> streams.say(Colours.Kind.STATUS, line));
            streams.flush();
        }
    }

    @Override
    public synchronized void close() {
        waiting.close();
        bar.close();
    }
}
