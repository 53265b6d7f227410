package dev.paritas.model.machine;

/** A simulation's payload is malformed; the answer carries code {@code simulation.invalid_payload} and this message. */
public final class SimulationException extends Exception {
    private static final long serialVersionUID = 1L;

    SimulationException(String message) {
        super(message);
    }
}
