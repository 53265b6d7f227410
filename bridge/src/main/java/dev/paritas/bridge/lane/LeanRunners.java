package dev.paritas.bridge.lane;

import dev.paritas.bridge.corpus.CorpusException;
import dev.paritas.bridge.lean.LeanToolchain;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.Mismatch;
import dev.paritas.bridge.report.SkipCause;
import dev.paritas.bridge.runner.LeanRunnerException;
import dev.paritas.bridge.runner.ProtocolMachineRunnerException;
import dev.paritas.bridge.runner.RunnerHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The runners made of the Lean model, as lanes find them. A check whose runner is missing is left out with every reason,
 * or fails where Lean is required.
 */
final class LeanRunners {
    private final LaneContext context;
    private final boolean required;

    LeanRunners(LaneContext context, boolean required) {
        this.context = context;
        this.required = required;
    }

    /** {@return the runner; empty when there is none, which each of the checks then tells} */
    Optional<Path> find(String name, Check... checks) {
        return switch (LeanToolchain.find(context.environment().lean(), System.getenv(), name)) {
            case LeanToolchain.Found found -> Optional.of(found.executable());
            case LeanToolchain.Unavailable none -> {
                List.of(checks).forEach(check -> missing(check, none.reason()));
                yield Optional.empty();
            }
        };
    }

    /** As {@link #find} for a lane that was asked for: without Lean, and where it is not required, it is blocked. */
    Optional<Path> findOrDecline(String name, Check check) {
        if (!required
                && LeanToolchain.find(context.environment().lean(), System.getenv(), name)
                        instanceof LeanToolchain.Unavailable none) {
            context.decline(check, SkipCause.LEAN, none.reason());
            return Optional.empty();
        }
        return find(name, check);
    }

    private void missing(Check check, String reason) {
        if (required) {
            context.run(
                    check,
                    () -> LaneContext.Findings.of(
                            1,
                            List.of(new Mismatch(
                                    check.id() + ":unavailable", "a Lean runner", reason, "--require-lean"))));
        } else {
            context.skip(check, SkipCause.LEAN, reason);
        }
    }

    RunnerHost host(ChildProcesses children) {
        return new RunnerHost(children, context.environment().root(), System.getenv());
    }

    /** {@return what {@code work} finds; a runner that fails breaks the check off} */
    static LaneContext.Findings asked(LaneContext.Work work) throws IOException {
        try {
            return work.run();
        } catch (LeanRunnerException | ProtocolMachineRunnerException | CorpusException e) {
            throw new IOException(e.getMessage(), e);
        } catch (ChildException e) {
            String last = e.stderrTail().strip();
            throw new IOException(last.isEmpty() ? e.getMessage() : e.getMessage() + ": " + last, e);
        }
    }
}
