import org.jspecify.annotations.NullMarked;

/** Fields, scenarios and recorded runs. */
@NullMarked
@SuppressWarnings("module") // the rooms above are not there yet when this one is compiled
module dev.paritas.simulation {
    requires transitive dev.paritas.machine;

    exports dev.paritas.simulation.field to
            dev.paritas.bridge;
    exports dev.paritas.simulation.lifecycle to
            dev.paritas.bridge;
    exports dev.paritas.simulation.run to
            dev.paritas.bridge;
    exports dev.paritas.simulation.scenario to
            dev.paritas.bridge;
}
