package dev.paritas.bridge.check;

/** The progress of a check that several threads work on. */
final class SharedProgress {
    private final LaneProgress progress;
    private final String check;
    private final long total;
    private long done;

    SharedProgress(LaneProgress progress, String check, long total) {
        this.progress = progress;
        this.check = check;
        this.total = total;
    }

    /** One more case is finished. */
    synchronized void one() {
        progress.advance(check, ++done, total);
    }
}
