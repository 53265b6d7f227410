package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Types and claims as they are handed to the machine validator (spec 32 §2). The types are open JSON: reading a bundle
 * does not judge them.
 *
 * @param localTypes by role, ascending by code point
 */
public record ProtocolBundle(JsonValue globalType, SortedMap<String, JsonValue> localTypes, InvariantClaims claims) {
    public static final String SCHEMA_VERSION = "protocol_bundle.v1";

    public static final Codec<ProtocolBundle> CODEC = ObjectCodec.of("ProtocolBundle", m -> {
        m.required("schema_version", new SchemaVersionCodec(SCHEMA_VERSION, ""), _ -> SCHEMA_VERSION);
        var globalType = m.required("global_type", JsonValue.CODEC, ProtocolBundle::globalType);
        var localTypes = m.required("local_types", Codec.mapOf(JsonValue.CODEC), ProtocolBundle::localTypes);
        var claims = m.required("claims", InvariantClaims.CODEC, ProtocolBundle::claims);
        return in -> new ProtocolBundle(in.get(globalType), in.get(localTypes), in.get(claims));
    });

    public ProtocolBundle {
        TreeMap<String, JsonValue> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        sorted.putAll((Map<String, JsonValue>) localTypes);
        localTypes = Collections.unmodifiableSortedMap(sorted);
    }

    public ProtocolBundle(JsonValue globalType, Map<String, JsonValue> localTypes, InvariantClaims claims) {
        this(globalType, new TreeMap<>(localTypes), claims);
    }
}
