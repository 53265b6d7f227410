package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** A read that rests on authority (spec 30 §4.5). */
public record AuthoritativeRead(
        String readId,
        @Nullable Long session,
        @Nullable String ownerId,
        AuthoritativeReadKind kind,
        AuthoritativeReadLifecycle lifecycle,
        @Nullable String predicateRef,
        @Nullable Long witnessId,
        @Nullable Long generation,
        @Nullable String reason) {
    public static final Codec<AuthoritativeRead> CODEC = ObjectCodec.of("AuthoritativeRead", m -> {
        var readId = m.required("read_id", Codec.STRING, AuthoritativeRead::readId);
        var session = m.nullable("session", Codec.U64, AuthoritativeRead::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, AuthoritativeRead::ownerId);
        var kind = m.required("kind", AuthoritativeReadKind.CODEC, AuthoritativeRead::kind);
        var lifecycle = m.required("lifecycle", AuthoritativeReadLifecycle.CODEC, AuthoritativeRead::lifecycle);
        var predicateRef = m.nullable("predicate_ref", Codec.STRING, AuthoritativeRead::predicateRef);
        var witnessId = m.nullable("witness_id", Codec.U64, AuthoritativeRead::witnessId);
        var generation = m.nullable("generation", Codec.U64, AuthoritativeRead::generation);
        var reason = m.nullable("reason", Codec.STRING, AuthoritativeRead::reason);
        return in -> new AuthoritativeRead(
                in.get(readId),
                in.get(session),
                in.get(ownerId),
                in.get(kind),
                in.get(lifecycle),
                in.get(predicateRef),
                in.get(witnessId),
                in.get(generation),
                in.get(reason));
    });
}
