package dev.paritas.choreography.json;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** One role's program: the validator's input and the exporter's output, without schema version (spec 10 §5.8). */
public record ProgramPayload(LocalType localType, String role) {
    public static final Codec<ProgramPayload> CODEC = ObjectCodec.of(
            "ProgramPayload",
            field("local_type", TypeCodec.LOCAL, ProgramPayload::localType),
            field("role", Codec.STRING, ProgramPayload::role),
            ProgramPayload::new);
}
