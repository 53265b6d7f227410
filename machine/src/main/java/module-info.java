import org.jspecify.annotations.NullMarked;

/** The protocol machine. Users meet its effect handlers; the engine is for the rooms above, and tapes hold it. */
@NullMarked
@SuppressWarnings("module") // the rooms above are not there yet when this one is compiled
module dev.paritas.machine {
    requires transitive dev.paritas.choreography;

    exports dev.paritas.machine.effect;
    exports dev.paritas.machine.engine to
            dev.paritas.admission,
            dev.paritas.bridge,
            dev.paritas.simulation;
    exports dev.paritas.machine.isa to
            dev.paritas.admission,
            dev.paritas.bridge,
            dev.paritas.simulation;
    exports dev.paritas.machine.ledger to
            dev.paritas.simulation;
    exports dev.paritas.machine.schedule to
            dev.paritas.admission,
            dev.paritas.simulation;
    exports dev.paritas.machine.trace to
            dev.paritas.bridge;
}
