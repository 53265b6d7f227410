package dev.paritas.bridge.compare;

import dev.paritas.bridge.runner.ProtocolMachineRunInput;
import dev.paritas.bridge.runner.ProtocolMachineRunner;
import dev.paritas.bridge.runner.ProtocolMachineRunnerError;
import dev.paritas.bridge.runner.ProtocolMachineRunnerException;

/** The other side in a process of its own (spec 22 §14). */
public final class RunnerSide implements Side {
    private static final String UNCAUGHT = "uncaught exception: ";

    private final ProtocolMachineRunner runner;

    public RunnerSide(ProtocolMachineRunner runner) {
        this.runner = runner;
    }

    /**
     * {@inheritDoc}
     *
     * <p>An uncaught exception of the runner's is a refusal; any other failure goes up as it is.
     *
     * @throws ProtocolMachineRunnerException when the process gave no usable answer
     */
    @Override
    public SideOutcome run(CaseInput input) {
        try {
            return new SideOutcome.Ran(
                    runner.run(
                            ProtocolMachineRunInput.of(input.choreographies(), input.concurrency(), input.maxSteps())),
                    null);
        } catch (ProtocolMachineRunnerException e) {
            if (e.error() instanceof ProtocolMachineRunnerError.ProcessFailed(int code, String stderr)
                    && stderr.startsWith(UNCAUGHT)) {
                return new SideOutcome.Refused(
                        "load", stderr.substring(UNCAUGHT.length()).strip());
            }
            throw e;
        }
    }
}
