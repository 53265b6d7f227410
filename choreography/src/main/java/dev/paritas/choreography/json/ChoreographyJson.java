package dev.paritas.choreography.json;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;
import java.util.List;

/** A versioned choreography with its roles (spec 10 §6, 22 §2). */
public record ChoreographyJson(String schemaVersion, GlobalType globalType, List<String> roles) {
    public static final String SCHEMA_VERSION = "lean_bridge.v1";

    /** The strict form: a missing or other version is refused, never normalised. */
    public static final Codec<ChoreographyJson> CODEC = codec(TypeCodec.GLOBAL);

    public ChoreographyJson {
        roles = List.copyOf(roles);
    }

    /** {@return a choreography in the supported version with its roles ascending by code point} */
    public static ChoreographyJson of(GlobalType type) {
        return new ChoreographyJson(SCHEMA_VERSION, type, List.copyOf(type.roles()));
    }

    /** {@return a codec that reads and writes the global type with {@code types}} */
    public static Codec<ChoreographyJson> codec(Codec<GlobalType> types) {
        return ObjectCodec.of(
                "ChoreographyJson",
                field(
                        "schema_version",
                        new SchemaVersionCodec(SCHEMA_VERSION, " for Lean bridge payload"),
                        ChoreographyJson::schemaVersion),
                field("global_type", types, ChoreographyJson::globalType),
                field("roles", Codec.listOf(Codec.STRING), ChoreographyJson::roles),
                ChoreographyJson::new);
    }
}
