package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<AgreementEvidence> CODEC = ObjectCodec.of(
            "AgreementEvidence",
            field("evidence_id", Codec.STRING, AgreementEvidence::evidenceId),
            field("operation_id", Codec.STRING, AgreementEvidence::operationId),
            nullable("session", Codec.U64, AgreementEvidence::session),
            nullable("owner_id", Codec.STRING, AgreementEvidence::ownerId),
            field("level", AgreementLevel.CODEC, AgreementEvidence::level),
            field("kind", AgreementEvidenceKind.CODEC, AgreementEvidence::kind),
            field("reference", Codec.STRING, AgreementEvidence::reference),
            field("authoritative", Codec.BOOL, AgreementEvidence::authoritative),
            AgreementEvidence::new);

    /** What an agreement can rest on (spec 30 §3). */
    public enum AgreementEvidenceKind {
        WITNESS,
        CERTIFICATE,
        COMMIT_FACT,
        PUBLICATION,
        MATERIALIZATION;

        public static final WordCodec<AgreementEvidenceKind> CODEC = WordCodec.snakeCase(AgreementEvidenceKind.class);
    }
}
