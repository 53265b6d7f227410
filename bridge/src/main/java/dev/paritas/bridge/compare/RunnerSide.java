package dev.paritas.bridge.compare;

import dev.paritas.bridge.implementation.Answer;
import dev.paritas.bridge.implementation.Implementation;
import dev.paritas.bridge.implementation.MachineOperations;
import dev.paritas.bridge.implementation.ProtocolMachineRunInput;
import dev.paritas.bridge.implementation.RecordedAnswer;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.semanticobjects.run.RunLimit;
import dev.paritas.semanticobjects.run.RunOutput;
import java.util.List;

/** The other side in a process of its own (spec 22 §14), or what such a process answered earlier. */
public final class RunnerSide implements Side {
    private final Implementation runner;
    private final List<String> command;

    /** @param command how {@code runner} is started */
    public RunnerSide(Implementation runner, RunnerCommand command) {
        this.runner = runner;
        this.command = command.line();
    }

    /** @param earlier an answer to the question that will be asked */
    public RunnerSide(RecordedAnswer earlier) {
        this.runner = earlier;
        this.command = List.of();
    }

    /** {@inheritDoc} Asks the executable, which may start it once more. */
    @Override
    public Answerer answerer() {
        return new Answerer(runner.identity(), command);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A failure that is no refusal goes up as it is.
     *
     * @throws dev.paritas.bridge.implementation.ImplementationException when the process gave no usable answer
     */
    @Override
    public SideOutcome run(CaseInput input) {
        ProtocolMachineRunInput question =
                ProtocolMachineRunInput.of(input.choreographies(), input.concurrency(), input.maxSteps());
        return switch (runner.ask(MachineOperations.RUN, question)) {
            case Answer.Answered<RunOutput>(RunOutput output) -> new SideOutcome.Ran(output, null);
            case Answer.Refused<RunOutput> refused -> {
                // A limit of a run is no judgement of the protocol (docs/peer.md).
                boolean limit = RunLimit.isNamedIn(refused.text());
                yield new SideOutcome.Refused(limit ? SideOutcome.LIMIT : "load", refused.text());
            }
        };
    }
}
