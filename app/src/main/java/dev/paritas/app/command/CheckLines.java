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
    private final boolean silent;
    private final boolean verbose;
    private final ProgressBar bar;
    private final Waiting waiting;

    /** @param silent whether the lines stay away because the document is printed instead */
    CheckLines(Streams streams, boolean silent, boolean verbose) {
        this(streams, silent, verbose, PATIENCE);
    }

    /** @param patience so long nothing is heard of a runner before a line says who is waited for */
    CheckLines(Streams streams, boolean silent, boolean verbose, Duration patience) {
        this.waiting = new Waiting(patience, this::waits);
        this.streams = streams;
        this.silent = silent;
        this.verbose = verbose;
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
        print(LaneReportText.check(check, verbose));
    }

    /** The end of the report, behind the lines of its checks. */
    synchronized void ended(LaneReport report) {
        bar.clear();
        print(LaneReportText.closing(report, verbose));
    }

    private void print(List<String> lines) {
        if (!silent) {
            lines.forEach(streams::say);
            streams.flush();
        }
    }

    @Override
    public synchronized void close() {
        waiting.close();
        bar.close();
    }
}
