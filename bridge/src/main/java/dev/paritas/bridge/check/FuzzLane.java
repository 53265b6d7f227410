package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.MachineSide;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.implementation.RunnerPool;
import dev.paritas.bridge.lean.LeanModel;
import dev.paritas.bridge.lean.LeanToolchain;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.SessionLimits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code --fuzz}: fresh protocols through machine, reference dialect and Lean model. Without Lean the two in this process
 * are still compared, and the lane is blocked or, where Lean is required, fails.
 */
final class FuzzLane {
    private final LaneContext context;
    private final LeanRunners runners;
    private final FuzzChecks checks;

    FuzzLane(LaneContext context, LaneOptions options) {
        this.context = context;
        this.runners = new LeanRunners(context, options.requireLean());
        this.checks = new FuzzChecks(context, options.fuzz(), new MachineSide(), new DialectSide());
    }

    void run() {
        checks.machine();
        Optional<Path> runner = runners.findOrDecline(LeanToolchain.MACHINE, checks.leanCheck());
        if (runner.isPresent()) {
            try (ChildProcesses children = new ChildProcesses();
                    RunnerPool pool = RunnerPool.machine(
                            context.host(children), runner.get(), RunnerPool.perCore(), SessionLimits.LEAN)) {
                context.progress().asks(runner.get().toString(), RunnerHost.longestDeadline(context.variables()));
                checks.lean(new LeanModel(pool), runners.answerer(runner.get()), pool::each);
            }
        }
    }
}
