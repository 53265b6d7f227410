package dev.paritas.semanticobjects.value;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * One role's end of a session; ordered by its fields from left to right (spec 20 §2.4).
 *
 * @param sid session id, unsigned
 */
public record Endpoint(long sid, String role) implements Comparable<Endpoint> {
    public static final Codec<Endpoint> CODEC = ObjectCodec.of(
            "Endpoint",
            field("sid", Codec.U64, Endpoint::sid),
            field("role", Codec.STRING, Endpoint::role),
            Endpoint::new);

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
