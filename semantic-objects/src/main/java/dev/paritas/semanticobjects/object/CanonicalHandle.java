package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** A name under which a proven result or a committed handoff is known (spec 30 §4.8). */
public record CanonicalHandle(
        String handleId,
        @Nullable Long session,
        @Nullable String ownerId,
        CanonicalHandleKind kind,
        @Nullable String proofRef) {
    public static final Codec<CanonicalHandle> CODEC = ObjectCodec.of("CanonicalHandle", m -> {
        var handleId = m.required("handle_id", Codec.STRING, CanonicalHandle::handleId);
        var session = m.nullable("session", Codec.U64, CanonicalHandle::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, CanonicalHandle::ownerId);
        var kind = m.required("kind", CanonicalHandleKind.CODEC, CanonicalHandle::kind);
        var proofRef = m.nullable("proof_ref", Codec.STRING, CanonicalHandle::proofRef);
        return in ->
                new CanonicalHandle(in.get(handleId), in.get(session), in.get(ownerId), in.get(kind), in.get(proofRef));
    });
}
