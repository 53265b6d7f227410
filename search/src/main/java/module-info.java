import org.jspecify.annotations.NullMarked;

/** The search machine, its objects and the bundle of them. */
@NullMarked
@SuppressWarnings("module") // the rooms above are not there yet when this one is compiled
module dev.paritas.search {
    requires transitive dev.paritas.semanticobjects;

    exports dev.paritas.search.bundle to
            dev.paritas.bridge;
    exports dev.paritas.search.engine to
            dev.paritas.bridge;
    exports dev.paritas.search.object to
            dev.paritas.bridge;
}
