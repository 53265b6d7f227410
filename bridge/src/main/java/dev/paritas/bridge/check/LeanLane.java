package dev.paritas.bridge.check;

/**
 * {@code --lean}: our reading of the model against the model itself, executed by Lean. A machine without Lean skips the
 * lane, however it was selected, unless Lean is required.
 */
final class LeanLane {
    static final String ID = "lean";

    private final LaneContext context;
    private final LeanRunners runners;

    LeanLane(LaneContext context, LaneOptions options) {
        this.context = context;
        this.runners = new LeanRunners(context, options.requireLean());
    }

    void run() {
        new LeanTypeChecks(context, runners).run();
        new LeanMachineChecks(context, runners).run();
        new LeanDocumentChecks(context, runners).run();
    }
}
