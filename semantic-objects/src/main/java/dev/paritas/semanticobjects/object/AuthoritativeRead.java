package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<AuthoritativeRead> CODEC = ObjectCodec.of(
            "AuthoritativeRead",
            field("read_id", Codec.STRING, AuthoritativeRead::readId),
            nullable("session", Codec.U64, AuthoritativeRead::session),
            nullable("owner_id", Codec.STRING, AuthoritativeRead::ownerId),
            field("kind", AuthoritativeReadKind.CODEC, AuthoritativeRead::kind),
            field("lifecycle", AuthoritativeReadLifecycle.CODEC, AuthoritativeRead::lifecycle),
            nullable("predicate_ref", Codec.STRING, AuthoritativeRead::predicateRef),
            nullable("witness_id", Codec.U64, AuthoritativeRead::witnessId),
            nullable("generation", Codec.U64, AuthoritativeRead::generation),
            nullable("reason", Codec.STRING, AuthoritativeRead::reason),
            AuthoritativeRead::new);

    /** What an authoritative read is about (spec 30 §3). */
    public enum AuthoritativeReadKind {
        READINESS,
        CANCELLATION,
        TIMEOUT,
        OUTPUT_CONDITION;

        public static final WordCodec<AuthoritativeReadKind> CODEC = WordCodec.snakeCase(AuthoritativeReadKind.class);
    }

    /** Where an authoritative read stands (spec 30 §3). */
    public enum AuthoritativeReadLifecycle {
        ISSUED,
        CONSUMED,
        REJECTED,
        VERIFIED;

        public static final WordCodec<AuthoritativeReadLifecycle> CODEC =
                WordCodec.snakeCase(AuthoritativeReadLifecycle.class);
    }
}
