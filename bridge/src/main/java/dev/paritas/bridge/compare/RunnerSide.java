package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.ProtocolMachineRunInput;
import dev.paritas.bridge.implementation.ProtocolMachineRunner;
import dev.paritas.bridge.implementation.ProtocolMachineRunnerException;
import dev.paritas.bridge.implementation.RunnerFailure;
import dev.paritas.semanticobjects.run.RunLimit;
import java.nio.file.Path;
import java.util.List;

/** The other side in a process of its own (spec 22 §14). */
public final class RunnerSide implements Side {
    private final ProtocolMachineRunner runner;
    private final Path binary;

    /** @param binary the executable that {@code runner} starts */
    public RunnerSide(ProtocolMachineRunner runner, Path binary) {
        this.runner = runner;
        this.binary = binary.toAbsolutePath().normalize();
    }

    /** {@inheritDoc} Asks the executable, which may start it once more. */
    @Override
    public Answerer answerer() {
        return new Answerer(runner.identity(), List.of(binary.toString()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A failure that is no refusal goes up as it is.
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
            if (e.failure() instanceof RunnerFailure.Refused refused) {
                // A limit of a run is no judgement of the protocol (docs/peer.md).
                boolean limit = RunLimit.isNamedIn(refused.text());
                return new SideOutcome.Refused(limit ? SideOutcome.LIMIT : "load", refused.text());
            }
            throw e;
        }
    }
}
