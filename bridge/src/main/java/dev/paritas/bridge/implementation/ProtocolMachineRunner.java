package dev.paritas.bridge.implementation;

import dev.paritas.bridge.implementation.MachineOperations.TraceOf;
import dev.paritas.bridge.implementation.MachineOperations.TraceOfSimulation;
import dev.paritas.bridge.implementation.MachineOperations.TraceValidation;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;

/**
 * The machine runner's operations under the names of spec 22 §14.4. Each fails with an {@link ImplementationException}, a
 * refusal included.
 *
 * @param machine a {@link Peer#MACHINE}
 */
public record ProtocolMachineRunner(Implementation machine) implements AutoCloseable {
    /** Runs the choreographies together. */
    public RunOutput run(ProtocolMachineRunInput input) {
        return machine.ask(MachineOperations.RUN, input).value();
    }

    /** Asks whether {@code trace} is one of the choreographies, session k being choreography k. */
    public TraceValidation validateTrace(List<ChoreographyJson> choreographies, List<TraceEvent> trace) {
        return machine.ask(MachineOperations.VALIDATE_TRACE, new TraceOf(choreographies, trace))
                .value();
    }

    /** Asks whether {@code trace} is one of the simulated protocol; the input's version is its own. */
    public SimulationValidation validateSimulationTrace(SimRunInput input, List<TraceEvent> trace) {
        return machine.ask(MachineOperations.VALIDATE_SIMULATION_TRACE, new TraceOfSimulation(input, trace))
                .value();
    }

    /** Asks for the peer's reference simulation. */
    public SimRunOutput runSimulation(SimRunInput input) {
        return machine.ask(MachineOperations.RUN_SIMULATION, input).value();
    }

    /** {@return what the executable says of itself, or is known of it} */
    public Identity identity() {
        return machine.identity();
    }

    @Override
    public void close() {
        machine.close();
    }
}
