package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** One entry of the authority log (spec 31 §2); records kept by a session have no tick. */
public record AuthorityAuditRecord(
        @Nullable Long tick,
        AuthorityArtifact artifact,
        AuthorityEvent event,
        @Nullable String reason) {
    public static final Codec<AuthorityAuditRecord> CODEC = ObjectCodec.of("AuthorityAuditRecord", m -> {
        var tick = m.nullable("tick", Codec.U64, AuthorityAuditRecord::tick);
        var artifact = m.required("artifact", AuthorityArtifact.CODEC, AuthorityAuditRecord::artifact);
        var event = m.required("event", AuthorityEvent.CODEC, AuthorityAuditRecord::event);
        var reason = m.nullable("reason", Codec.STRING, AuthorityAuditRecord::reason);
        return in -> new AuthorityAuditRecord(in.get(tick), in.get(artifact), in.get(event), in.get(reason));
    });
}
