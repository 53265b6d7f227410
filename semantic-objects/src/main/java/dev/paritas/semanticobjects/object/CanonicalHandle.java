package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/** A name under which a proven result or a committed handoff is known (spec 30 §4.8). */
public record CanonicalHandle(
        String handleId,
        @Nullable Long session,
        @Nullable String ownerId,
        CanonicalHandleKind kind,
        @Nullable String proofRef) {
    public static final Codec<CanonicalHandle> CODEC = ObjectCodec.of(
            "CanonicalHandle",
            field("handle_id", Codec.STRING, CanonicalHandle::handleId),
            nullable("session", Codec.U64, CanonicalHandle::session),
            nullable("owner_id", Codec.STRING, CanonicalHandle::ownerId),
            field("kind", CanonicalHandleKind.CODEC, CanonicalHandle::kind),
            nullable("proof_ref", Codec.STRING, CanonicalHandle::proofRef),
            CanonicalHandle::new);

    /** What a canonical handle refers to (spec 30 §3). */
    public enum CanonicalHandleKind {
        MATERIALIZATION,
        HANDOFF;

        public static final WordCodec<CanonicalHandleKind> CODEC = WordCodec.snakeCase(CanonicalHandleKind.class);
    }
}
