package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/** One entry of the authority log (spec 31 §2); records kept by a session have no tick. */
public record AuthorityAuditRecord(
        @Nullable Long tick,
        AuthorityArtifact artifact,
        AuthorityEvent event,
        @Nullable String reason) {
    public static final Codec<AuthorityAuditRecord> CODEC = ObjectCodec.of(
            "AuthorityAuditRecord",
            nullable("tick", Codec.U64, AuthorityAuditRecord::tick),
            field("artifact", AuthorityArtifact.CODEC, AuthorityAuditRecord::artifact),
            field("event", AuthorityEvent.CODEC, AuthorityAuditRecord::event),
            nullable("reason", Codec.STRING, AuthorityAuditRecord::reason),
            AuthorityAuditRecord::new);

    /** What happened to an artifact of authority (spec 31 §2); CamelCase on the wire. */
    public enum AuthorityEvent {
        ISSUED,
        CONSUMED,
        INVALIDATED,
        COMMITTED,
        ROLLED_BACK,
        REJECTED,
        EXPIRED;

        public static final WordCodec<AuthorityEvent> CODEC = WordCodec.camelCase(AuthorityEvent.class);
    }
}
