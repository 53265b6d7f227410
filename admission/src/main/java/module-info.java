import org.jspecify.annotations.NullMarked;

/** Claims, gates and the runtime of composed bundles. */
@NullMarked
@SuppressWarnings("module") // the rooms above are not there yet when this one is compiled
module dev.paritas.admission {
    requires transitive dev.paritas.machine;

    exports dev.paritas.admission.claim to
            dev.paritas.bridge;
    exports dev.paritas.admission.gate to
            dev.paritas.bridge;
    exports dev.paritas.admission.runtime to
            dev.paritas.bridge;
}
