package dev.paritas.choreography.json;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Local types by role as an exporter of all projections answers them; not decoded yet (spec 10 §5.8). */
public record ProjectionPayload(SortedMap<String, JsonValue> localTypes) {
    public ProjectionPayload {
        TreeMap<String, JsonValue> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        sorted.putAll(localTypes);
        localTypes = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * {@return the member {@code projections} of {@code answer}, in its object form or the older array form}
     *
     * @throws JsonException with the reference's text
     */
    public static ProjectionPayload read(JsonValue answer) {
        if (!(answer instanceof JsonValue.Obj(var members)) || !members.containsKey("projections")) {
            throw refuse(JsonErrorCode.MISSING_MEMBER, "missing projections field", "");
        }
        JsonValue projections = members.get("projections");
        if (projections instanceof JsonValue.Obj(var byRole)) {
            return new ProjectionPayload(byRole);
        }
        if (projections instanceof JsonValue.Array(var entries)) {
            return ofEntries(entries);
        }
        throw refuse(JsonErrorCode.WRONG_TYPE, "invalid projections format", "/projections");
    }

    private static ProjectionPayload ofEntries(List<JsonValue> entries) {
        SortedMap<String, JsonValue> byRole = new TreeMap<>(CodePointOrder.INSTANCE);
        for (int i = 0; i < entries.size(); i++) {
            String at = "/projections/" + i;
            if (!(entries.get(i) instanceof JsonValue.Obj(var members))) {
                throw refuse(JsonErrorCode.WRONG_TYPE, "invalid projection entry", at);
            }
            if (!(members.get("role") instanceof JsonValue.Text(String role))) {
                throw refuse(JsonErrorCode.MISSING_MEMBER, "missing role in projection", at);
            }
            JsonValue local = members.containsKey("local_type") ? members.get("local_type") : members.get("localType");
            if (local == null) {
                throw refuse(JsonErrorCode.MISSING_MEMBER, "missing local_type in projection", at);
            }
            byRole.put(role, local);
        }
        return new ProjectionPayload(byRole);
    }

    private static JsonException refuse(JsonErrorCode code, String message, String path) {
        return new JsonException(code, message, path, 0, 0);
    }
}
