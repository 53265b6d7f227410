import org.jspecify.annotations.NullMarked;

/** The content-addressed resource heap: resources, Merkle trees, states, replay and their documents. */
@NullMarked
module dev.paritas.heap {
    requires transitive dev.paritas.semanticobjects;
    requires org.apache.commons.codec;

    exports dev.paritas.heap.document;
    exports dev.paritas.heap.merkle;
    exports dev.paritas.heap.replay;
    exports dev.paritas.heap.resource;
    exports dev.paritas.heap.state;
}
