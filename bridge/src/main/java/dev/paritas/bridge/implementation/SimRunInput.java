package dev.paritas.bridge.implementation;

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
    public static final Codec<SimRunInput> CODEC = ObjectCodec.of("SimRunInput", m -> {
        var version = m.required("schema_version", BridgeVersion.CODEC, SimRunInput::schemaVersion);
        var scenario = m.required("scenario", JsonValue.CODEC, SimRunInput::scenario);
        var globalType = m.required("global_type", JsonValue.CODEC, SimRunInput::globalType);
        var localTypes = m.required("local_types", Codec.mapOf(JsonValue.CODEC), SimRunInput::localTypes);
        var initialStates = m.defaulted(
                "initial_states", Codec.mapOf(Codec.listOf(JsonValue.CODEC)), SimRunInput::initialStates, Map.of());
        return in -> new SimRunInput(
                in.get(version), in.get(scenario), in.get(globalType), in.get(localTypes), in.get(initialStates));
    });

    public SimRunInput {
        localTypes = Map.copyOf(localTypes);
        initialStates = Map.copyOf(initialStates);
    }

    public static SimRunInput of(JsonValue scenario, JsonValue globalType, Map<String, JsonValue> localTypes) {
        return new SimRunInput(BridgeVersion.CURRENT, scenario, globalType, localTypes, Map.of());
    }
}
