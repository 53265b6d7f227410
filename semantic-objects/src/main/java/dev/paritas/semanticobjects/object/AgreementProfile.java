package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.AgreementEvidence.AgreementEvidenceKind;

/** A named set of agreement terms (spec 30 §4.11). */
public record AgreementProfile(
        String profileName,
        OperationVisibility visibility,
        AgreementRule rule,
        AgreementLevel usableAt,
        AgreementLevel finalizedAt,
        AgreementEvidenceKind requiredEvidenceKind) {
    public static final Codec<AgreementProfile> CODEC = ObjectCodec.of(
            "AgreementProfile",
            field("profile_name", Codec.STRING, AgreementProfile::profileName),
            field("visibility", OperationVisibility.CODEC, AgreementProfile::visibility),
            field("rule", AgreementRule.CODEC, AgreementProfile::rule),
            field("usable_at", AgreementLevel.CODEC, AgreementProfile::usableAt),
            field("finalized_at", AgreementLevel.CODEC, AgreementProfile::finalizedAt),
            field("required_evidence_kind", AgreementEvidenceKind.CODEC, AgreementProfile::requiredEvidenceKind),
            AgreementProfile::new);
}
