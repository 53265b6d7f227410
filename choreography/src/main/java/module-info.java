import org.jspecify.annotations.NullMarked;

/** Global and local types, their documents and sources, projection, checks and generated protocols. */
@NullMarked
module dev.paritas.choreography {
    requires transitive dev.paritas.semanticobjects;
    requires org.apache.commons.codec;
    requires tools.jackson.core;

    exports dev.paritas.choreography.check;
    exports dev.paritas.choreography.generate;
    exports dev.paritas.choreography.identity;
    exports dev.paritas.choreography.json;
    exports dev.paritas.choreography.monitor;
    exports dev.paritas.choreography.path;
    exports dev.paritas.choreography.projection;
    exports dev.paritas.choreography.source;
    exports dev.paritas.choreography.source.projection;
    exports dev.paritas.choreography.step;
    exports dev.paritas.choreography.type;
}
