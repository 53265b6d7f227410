package dev.paritas.semanticobjects.run;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Whether a session has ended (spec 22 §10). */
public record SessionStatus(long sid, boolean terminal) {
    public static final Codec<SessionStatus> CODEC = ObjectCodec.of("SessionStatus", m -> {
        m.required("schema_version", BridgeVersion.CODEC, _ -> BridgeVersion.CURRENT);
        var sid = m.required("sid", Codec.U64, SessionStatus::sid);
        var terminal = m.required("terminal", Codec.BOOL, SessionStatus::terminal);
        return in -> new SessionStatus(in.get(sid), in.get(terminal));
    });
}
