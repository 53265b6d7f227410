import org.jspecify.annotations.NullMarked;

/**
 * Holds one runtime to another, or to the model: read, validate, project, run, compare, check a log, report. The exported
 * package is the whole library for that, with one more for those who have OpenTelemetry; the others are for the programs of
 * this project.
 */
@NullMarked
module dev.paritas.bridge {
    requires transitive dev.paritas.machine;
    requires dev.paritas.admission;
    requires dev.paritas.heap;
    requires dev.paritas.model;
    requires dev.paritas.search;
    requires dev.paritas.simulation;
    requires org.apache.commons.exec;
    requires static io.opentelemetry.api;
    requires static io.opentelemetry.context;
    requires static io.opentelemetry.sdk.common;
    requires static io.opentelemetry.sdk.trace;
    requires static tools.jackson.databind;
    requires static tools.jackson.dataformat.toml;
    requires tools.jackson.core;

    exports dev.paritas.bridge;
    exports dev.paritas.bridge.telemetry;
}
