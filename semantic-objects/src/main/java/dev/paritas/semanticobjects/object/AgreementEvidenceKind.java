package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** What an agreement can rest on (spec 30 §3). */
public enum AgreementEvidenceKind {
    WITNESS,
    CERTIFICATE,
    COMMIT_FACT,
    PUBLICATION,
    MATERIALIZATION;

    public static final WordCodec<AgreementEvidenceKind> CODEC = WordCodec.snakeCase(AgreementEvidenceKind.class);
}
