package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A named set of agreement terms (spec 30 §4.11). */
public record AgreementProfile(
        String profileName,
        OperationVisibility visibility,
        AgreementRule rule,
        AgreementLevel usableAt,
        AgreementLevel finalizedAt,
        AgreementEvidenceKind requiredEvidenceKind) {
    public static final Codec<AgreementProfile> CODEC = ObjectCodec.of("AgreementProfile", m -> {
        var profileName = m.required("profile_name", Codec.STRING, AgreementProfile::profileName);
        var visibility = m.required("visibility", OperationVisibility.CODEC, AgreementProfile::visibility);
        var rule = m.required("rule", AgreementRule.CODEC, AgreementProfile::rule);
        var usableAt = m.required("usable_at", AgreementLevel.CODEC, AgreementProfile::usableAt);
        var finalizedAt = m.required("finalized_at", AgreementLevel.CODEC, AgreementProfile::finalizedAt);
        var requiredEvidenceKind = m.required(
                "required_evidence_kind", AgreementEvidenceKind.CODEC, AgreementProfile::requiredEvidenceKind);
        return in -> new AgreementProfile(
                in.get(profileName),
                in.get(visibility),
                in.get(rule),
                in.get(usableAt),
                in.get(finalizedAt),
                in.get(requiredEvidenceKind));
    });
}
