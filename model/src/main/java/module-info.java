import org.jspecify.annotations.NullMarked;

/** The formal model in Java. It shares the vocabulary with the machine, and nothing else. */
@NullMarked
@SuppressWarnings("module") // the rooms above are not there yet when this one is compiled
module dev.paritas.model {
    requires transitive dev.paritas.choreography;
    requires transitive dev.paritas.heap;

    exports dev.paritas.model.field to
            dev.paritas.bridge;
    exports dev.paritas.model.heap to
            dev.paritas.bridge;
    exports dev.paritas.model.machine to
            dev.paritas.bridge;
    exports dev.paritas.model.validator to
            dev.paritas.bridge;
}
