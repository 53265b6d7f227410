package dev.paritas.bridge.runner;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;

/** The answer to a simulation request (spec 22 §14.4). */
public record SimRunOutput(List<TraceEvent> trace, List<JsonValue> violations, JsonValue artifacts) {
    public static final Codec<SimRunOutput> CODEC = ObjectCodec.of("SimRunOutput", m -> {
        m.required("schema_version", BridgeVersion.CODEC, _ -> BridgeVersion.CURRENT);
        var trace = m.defaulted("trace", Codec.listOf(TraceEvent.CODEC), SimRunOutput::trace, List.of());
        var violations = m.defaulted("violations", Codec.listOf(JsonValue.CODEC), SimRunOutput::violations, List.of());
        var artifacts = m.defaulted("artifacts", JsonValue.CODEC, SimRunOutput::artifacts, JsonValue.NULL);
        return in -> new SimRunOutput(in.get(trace), in.get(violations), in.get(artifacts));
    });

    public SimRunOutput {
        trace = List.copyOf(trace);
        violations = List.copyOf(violations);
    }
}
