package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.omittedDefault;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;

/**
 * The answer to a simulation request (spec 22 §14.4).
 *
 * @param errors why there is no simulation; the reference's own client loses them (spec 52 §5.2)
 */
public record SimRunOutput(
        List<TraceEvent> trace, List<JsonValue> violations, JsonValue artifacts, List<PeerIssue> errors) {
    public static final Codec<SimRunOutput> CODEC = codec(TraceEvent.CODEC);

    /** Leaves out the null members of events, as the runner does. */
    public static final Codec<SimRunOutput> RUNNER_CODEC = codec(TraceEvent.RUNNER_CODEC);

    private static Codec<SimRunOutput> codec(Codec<TraceEvent> event) {
        return ObjectCodec.of(
                        "SimRunOutput",
                        defaulted("trace", Codec.listOf(event), SimRunOutput::trace, List.of()),
                        defaulted("violations", Codec.listOf(JsonValue.CODEC), SimRunOutput::violations, List.of()),
                        defaulted("artifacts", JsonValue.CODEC, SimRunOutput::artifacts, JsonValue.NULL),
                        omittedDefault("errors", PeerIssue.SIMULATION, SimRunOutput::errors, List.of()),
                        SimRunOutput::new)
                .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT);
    }

    public SimRunOutput {
        trace = List.copyOf(trace);
        violations = List.copyOf(violations);
        errors = List.copyOf(errors);
    }

    /** {@return the answer of a simulation that ran} */
    public static SimRunOutput of(List<TraceEvent> trace, JsonValue artifacts) {
        return new SimRunOutput(trace, List.of(), artifacts, List.of());
    }
}
