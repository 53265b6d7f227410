package dev.paritas.semanticobjects.value;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * One role's end of a session; ordered by its fields from left to right (spec 20 §2.4).
 *
 * @param sid session id, unsigned
 */
public record Endpoint(long sid, String role) implements Comparable<Endpoint> {
    public static final Codec<Endpoint> CODEC = ObjectCodec.of("Endpoint", m -> {
        var sid = m.required("sid", Codec.U64, Endpoint::sid);
        var role = m.required("role", Codec.STRING, Endpoint::role);
        return in -> new Endpoint(in.get(sid), in.get(role));
    });

    @Override
    public int compareTo(Endpoint other) {
        int bySession = Long.compareUnsigned(sid, other.sid);
        return bySession != 0 ? bySession : CodePointOrder.INSTANCE.compare(role, other.role);
    }

    /** {@return {@code Endpoint { sid: 0, role: "A" }}} */
    public String debugText() {
        return DebugText.struct("Endpoint", "sid", DebugText.unsigned(sid), "role", DebugText.quoted(role));
    }

    /** {@return {@code sid:role}, as fault texts show an endpoint} */
    public String displayText() {
        return Long.toUnsignedString(sid) + ":" + role;
    }
}
