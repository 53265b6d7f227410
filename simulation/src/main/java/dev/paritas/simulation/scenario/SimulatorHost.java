package dev.paritas.simulation.scenario;

/**
 * What the machine under the simulator offers.
 *
 * @param multiThread whether the threaded backend is there
 * @param parallelism lanes and workers of a threaded run that names none, at least 1
 */
public record SimulatorHost(boolean multiThread, long parallelism) {
    /** This release: one thread. */
    public static final SimulatorHost SINGLE_THREAD = new SimulatorHost(false, 1);

    public SimulatorHost {
        if (parallelism < 1) {
            throw new IllegalArgumentException("a host has at least one lane");
        }
    }
}
