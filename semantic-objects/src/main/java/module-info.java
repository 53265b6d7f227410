import org.jspecify.annotations.NullMarked;

/** The JSON kernel, and the wire vocabulary of runs: values, effects, faults, events, semantic objects. */
@NullMarked
@SuppressWarnings("module") // the rooms above are not there yet when this one is compiled
module dev.paritas.semanticobjects {
    requires static transitive org.jspecify;
    requires tools.jackson.core;

    exports dev.paritas.semanticobjects.effect;
    exports dev.paritas.semanticobjects.event;
    exports dev.paritas.semanticobjects.fault;
    exports dev.paritas.semanticobjects.json;
    exports dev.paritas.semanticobjects.object;
    exports dev.paritas.semanticobjects.problem;
    exports dev.paritas.semanticobjects.run;
    exports dev.paritas.semanticobjects.value;
    exports dev.paritas.semanticobjects.membership to
            dev.paritas.admission,
            dev.paritas.bridge,
            dev.paritas.model;
}
