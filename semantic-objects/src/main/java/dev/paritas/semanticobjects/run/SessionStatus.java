package dev.paritas.semanticobjects.run;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Whether a session has ended (spec 22 §10). */
public record SessionStatus(long sid, boolean terminal) {
    public static final Codec<SessionStatus> CODEC = ObjectCodec.of(
                    "SessionStatus",
                    field("sid", Codec.U64, SessionStatus::sid),
                    field("terminal", Codec.BOOL, SessionStatus::terminal),
                    SessionStatus::new)
            .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT);
}
