package dev.paritas.bridge.cli;

import dev.paritas.bridge.lane.LaneProgress;
import dev.paritas.bridge.report.LaneCheck;
import dev.paritas.bridge.report.LaneReport;
import dev.paritas.bridge.report.LaneReportText;
import java.io.PrintStream;
import java.util.List;

/** Lines of a run of lanes as its checks finish, each written through at once, with a progress bar between them. */
final class CheckLines implements LaneProgress, AutoCloseable {
    private final PrintStream out;
    private final boolean silent;
    private final boolean verbose;
    private final ProgressBar bar;

    /** @param silent whether the lines stay away because the document is printed instead */
    CheckLines(Streams streams, boolean silent, boolean verbose) {
        this.out = streams.out();
        this.silent = silent;
        this.verbose = verbose;
        this.bar = new ProgressBar(streams);
    }

    @Override
    public synchronized void advance(String check, long done, long total) {
        bar.advance(check, done, total);
    }

    @Override
    public synchronized void finished(LaneCheck check) {
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
            lines.forEach(out::println);
            out.flush();
        }
    }

    @Override
    public synchronized void close() {
        bar.close();
    }
}
