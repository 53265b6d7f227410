package dev.paritas.choreography.json;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** One role's program: the validator's input and the exporter's output, without schema version (spec 10 §5.8). */
public record ProgramPayload(LocalType localType, String role) {
    public static final Codec<ProgramPayload> CODEC = ObjectCodec.of("ProgramPayload", m -> {
        var localType = m.required("local_type", TypeCodec.LOCAL, ProgramPayload::localType);
        var role = m.required("role", Codec.STRING, ProgramPayload::role);
        return in -> new ProgramPayload(in.get(localType), in.get(role));
    });
}
