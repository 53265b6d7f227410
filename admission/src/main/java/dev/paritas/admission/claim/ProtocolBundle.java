package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

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

    public static final Codec<ProtocolBundle> CODEC = ObjectCodec.of(
                    "ProtocolBundle",
                    field("global_type", JsonValue.CODEC, ProtocolBundle::globalType),
                    field("local_types", Codec.mapOf(JsonValue.CODEC), ProtocolBundle::localTypes),
                    field("claims", InvariantClaims.CODEC, ProtocolBundle::claims),
                    ProtocolBundle::new)
            .headed("schema_version", new SchemaVersionCodec(SCHEMA_VERSION, ""), SCHEMA_VERSION);

    public ProtocolBundle {
        TreeMap<String, JsonValue> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        sorted.putAll((Map<String, JsonValue>) localTypes);
        localTypes = Collections.unmodifiableSortedMap(sorted);
    }

    public ProtocolBundle(JsonValue globalType, Map<String, JsonValue> localTypes, InvariantClaims claims) {
        this(globalType, new TreeMap<>(localTypes), claims);
    }
}
