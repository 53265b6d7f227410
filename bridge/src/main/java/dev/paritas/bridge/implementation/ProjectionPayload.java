package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code projections} member of an answer to an export of all projections (spec 10 §5.8). */
public final class ProjectionPayload {
    private ProjectionPayload() {}

    /**
     * {@return local types by role, ascending; the types themselves are not decoded}
     *
     * @throws IllegalArgumentException with the text of the specification when the payload has another form
     */
    public static SortedMap<String, JsonValue> decode(JsonValue answer) {
        return switch (new Members(answer).member("projections")) {
            case null -> throw new IllegalArgumentException("missing projections field");
            case JsonValue.Obj(SortedMap<String, JsonValue> byRole) -> byRole;
            case JsonValue.Array(List<JsonValue> entries) -> fromEntries(entries);
            case JsonValue.Null ignored -> throw new IllegalArgumentException("invalid projections format");
            case JsonValue.Bool ignored -> throw new IllegalArgumentException("invalid projections format");
            case JsonValue.Num ignored -> throw new IllegalArgumentException("invalid projections format");
            case JsonValue.Text ignored -> throw new IllegalArgumentException("invalid projections format");
        };
    }

    private static SortedMap<String, JsonValue> fromEntries(List<JsonValue> entries) {
        TreeMap<String, JsonValue> byRole = new TreeMap<>(CodePointOrder.INSTANCE);
        for (JsonValue entry : entries) {
            if (!(entry instanceof JsonValue.Obj(SortedMap<String, JsonValue> members))) {
                throw new IllegalArgumentException("invalid projection entry");
            }
            if (!(members.get("role") instanceof JsonValue.Text(String role))) {
                throw new IllegalArgumentException("missing role in projection");
            }
            JsonValue type = members.containsKey("local_type") ? members.get("local_type") : members.get("localType");
            if (type == null) {
                throw new IllegalArgumentException("missing local_type in projection");
            }
            byRole.put(role, type);
        }
        return Collections.unmodifiableSortedMap(byRole);
    }
}
