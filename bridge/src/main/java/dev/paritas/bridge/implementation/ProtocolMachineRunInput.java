package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.field;

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
    public static final Codec<ProtocolMachineRunInput> CODEC = ObjectCodec.of(
            "ProtocolMachineRunInput",
            field("schema_version", BridgeVersion.CODEC, ProtocolMachineRunInput::schemaVersion),
            field("choreographies", Codec.listOf(ChoreographyJson.CODEC), ProtocolMachineRunInput::choreographies),
            field("concurrency", Codec.U64, ProtocolMachineRunInput::concurrency),
            field("max_steps", Codec.U64, ProtocolMachineRunInput::maxSteps),
            ProtocolMachineRunInput::new);

    public ProtocolMachineRunInput {
        choreographies = List.copyOf(choreographies);
    }

    public static ProtocolMachineRunInput of(List<ChoreographyJson> choreographies, long concurrency, long maxSteps) {
        return new ProtocolMachineRunInput(BridgeVersion.CURRENT, choreographies, concurrency, maxSteps);
    }
}
