package dev.paritas.bridge.implementation;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.util.List;

/**
 * A run request (spec 22 §2).
 *
 * @param schemaVersion checked when the request is sent
 * @param concurrency unsigned, only echoed
 * @param maxSteps unsigned limit of rounds
 */
public record ProtocolMachineRunInput(
        String schemaVersion, List<ChoreographyJson> choreographies, long concurrency, long maxSteps) {
    /** Reads the supported version only, at all three levels. */
    public static final Codec<ProtocolMachineRunInput> CODEC = ObjectCodec.of("ProtocolMachineRunInput", m -> {
        var version = m.required("schema_version", BridgeVersion.CODEC, ProtocolMachineRunInput::schemaVersion);
        var choreographies = m.required(
                "choreographies", Codec.listOf(ChoreographyJson.CODEC), ProtocolMachineRunInput::choreographies);
        var concurrency = m.required("concurrency", Codec.U64, ProtocolMachineRunInput::concurrency);
        var maxSteps = m.required("max_steps", Codec.U64, ProtocolMachineRunInput::maxSteps);
        return in -> new ProtocolMachineRunInput(
                in.get(version), in.get(choreographies), in.get(concurrency), in.get(maxSteps));
    });

    public ProtocolMachineRunInput {
        choreographies = List.copyOf(choreographies);
    }

    public static ProtocolMachineRunInput of(List<ChoreographyJson> choreographies, long concurrency, long maxSteps) {
        return new ProtocolMachineRunInput(BridgeVersion.CURRENT, choreographies, concurrency, maxSteps);
    }
}
