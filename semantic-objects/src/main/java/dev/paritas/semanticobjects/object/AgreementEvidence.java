package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** Evidence for one level of agreement (spec 30 §4.11). */
public record AgreementEvidence(
        String evidenceId,
        String operationId,
        @Nullable Long session,
        @Nullable String ownerId,
        AgreementLevel level,
        AgreementEvidenceKind kind,
        String reference,
        boolean authoritative) {
    public static final Codec<AgreementEvidence> CODEC = ObjectCodec.of("AgreementEvidence", m -> {
        var evidenceId = m.required("evidence_id", Codec.STRING, AgreementEvidence::evidenceId);
        var operationId = m.required("operation_id", Codec.STRING, AgreementEvidence::operationId);
        var session = m.nullable("session", Codec.U64, AgreementEvidence::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, AgreementEvidence::ownerId);
        var level = m.required("level", AgreementLevel.CODEC, AgreementEvidence::level);
        var kind = m.required("kind", AgreementEvidenceKind.CODEC, AgreementEvidence::kind);
        var reference = m.required("reference", Codec.STRING, AgreementEvidence::reference);
        var authoritative = m.required("authoritative", Codec.BOOL, AgreementEvidence::authoritative);
        return in -> new AgreementEvidence(
                in.get(evidenceId),
                in.get(operationId),
                in.get(session),
                in.get(ownerId),
                in.get(level),
                in.get(kind),
                in.get(reference),
                in.get(authoritative));
    });
}
