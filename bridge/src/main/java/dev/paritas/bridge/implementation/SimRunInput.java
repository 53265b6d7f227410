package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.util.List;
import java.util.Map;

/**
 * A simulation request (spec 22 §14.4).
 *
 * @param schemaVersion checked when the request is sent
 * @param localTypes by role
 * @param initialStates by role
 */
public record SimRunInput(
        String schemaVersion,
        JsonValue scenario,
        JsonValue globalType,
        Map<String, JsonValue> localTypes,
        Map<String, List<JsonValue>> initialStates) {
    public static final Codec<SimRunInput> CODEC = ObjectCodec.of(
            "SimRunInput",
            field("schema_version", BridgeVersion.CODEC, SimRunInput::schemaVersion),
            field("scenario", JsonValue.CODEC, SimRunInput::scenario),
            field("global_type", JsonValue.CODEC, SimRunInput::globalType),
            field("local_types", Codec.mapOf(JsonValue.CODEC), SimRunInput::localTypes),
            defaulted(
                    "initial_states", Codec.mapOf(Codec.listOf(JsonValue.CODEC)), SimRunInput::initialStates, Map.of()),
            SimRunInput::new);

    public SimRunInput {
        localTypes = Map.copyOf(localTypes);
        initialStates = Map.copyOf(initialStates);
    }

    public static SimRunInput of(JsonValue scenario, JsonValue globalType, Map<String, JsonValue> localTypes) {
        return new SimRunInput(BridgeVersion.CURRENT, scenario, globalType, localTypes, Map.of());
    }
}
