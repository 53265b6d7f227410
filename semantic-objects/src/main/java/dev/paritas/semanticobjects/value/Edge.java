package dev.paritas.semanticobjects.value;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A directed channel of a session; ordered by its fields from left to right (spec 20 §2.4).
 *
 * @param sid session id, unsigned
 */
public record Edge(long sid, String sender, String receiver) implements Comparable<Edge> {
    public static final Codec<Edge> CODEC = ObjectCodec.of(
            "Edge",
            field("sid", Codec.U64, Edge::sid),
            field("sender", Codec.STRING, Edge::sender),
            field("receiver", Codec.STRING, Edge::receiver),
            Edge::new);

    /** An edge whose session may be left out. */
    private record Partial(@Nullable Long sid, String sender, String receiver) {
        static final Codec<Partial> CODEC = ObjectCodec.of(
                "PartialEdge",
                nullable("sid", Codec.U64, Partial::sid),
                field("sender", Codec.STRING, Partial::sender),
                field("receiver", Codec.STRING, Partial::receiver),
                Partial::new);
    }

    /**
     * Reads an edge that may leave out its session, which then is {@code sessionHint}.
     *
     * @throws JsonException {@code INVALID_VALUE} when neither names a session, {@code WRONG_TYPE} on a wrong shape
     */
    public static Edge decode(JsonValue json, OptionalLong sessionHint) {
        Partial partial;
        try {
            partial = Partial.CODEC.fromTree(json, ReadPolicy.PEER);
        } catch (JsonException e) {
            throw new JsonException(
                    JsonErrorCode.WRONG_TYPE, "invalid edge json: " + e.getMessage(), e.path(), e.line(), e.column());
        }
        Long sid = partial.sid();
        if (sid == null && sessionHint.isEmpty()) {
            throw new JsonException(JsonErrorCode.INVALID_VALUE, "missing sid in edge json", "", 0, 0);
        }
        return new Edge(sid == null ? sessionHint.getAsLong() : sid, partial.sender(), partial.receiver());
    }

    @Override
    public int compareTo(Edge other) {
        int bySession = Long.compareUnsigned(sid, other.sid);
        if (bySession != 0) {
            return bySession;
        }
        int bySender = CodePointOrder.INSTANCE.compare(sender, other.sender);
        return bySender != 0 ? bySender : CodePointOrder.INSTANCE.compare(receiver, other.receiver);
    }

    /** {@return {@code sid:sender→receiver}, as fault texts show an edge} */
    public String displayText() {
        return Long.toUnsignedString(sid) + ":" + sender + "\u2192" + receiver;
    }
}
