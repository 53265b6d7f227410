package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** The agreement terms of one operation (spec 30 §4.11). */
public record AgreementContract(
        String contractName,
        String operationId,
        @Nullable Long session,
        @Nullable String ownerId,
        @Nullable String profileName,
        OperationVisibility visibility,
        AgreementRule rule,
        AgreementLevel usableAt,
        AgreementLevel finalizedAt,
        AgreementEvidenceKind requiredEvidenceKind) {
    public static final Codec<AgreementContract> CODEC = ObjectCodec.of("AgreementContract", m -> {
        var contractName = m.required("contract_name", Codec.STRING, AgreementContract::contractName);
        var operationId = m.required("operation_id", Codec.STRING, AgreementContract::operationId);
        var session = m.nullable("session", Codec.U64, AgreementContract::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, AgreementContract::ownerId);
        var profileName = m.nullable("profile_name", Codec.STRING, AgreementContract::profileName);
        var visibility = m.required("visibility", OperationVisibility.CODEC, AgreementContract::visibility);
        var rule = m.required("rule", AgreementRule.CODEC, AgreementContract::rule);
        var usableAt = m.required("usable_at", AgreementLevel.CODEC, AgreementContract::usableAt);
        var finalizedAt = m.required("finalized_at", AgreementLevel.CODEC, AgreementContract::finalizedAt);
        var requiredEvidenceKind = m.required(
                "required_evidence_kind", AgreementEvidenceKind.CODEC, AgreementContract::requiredEvidenceKind);
        return in -> new AgreementContract(
                in.get(contractName),
                in.get(operationId),
                in.get(session),
                in.get(ownerId),
                in.get(profileName),
                in.get(visibility),
                in.get(rule),
                in.get(usableAt),
                in.get(finalizedAt),
                in.get(requiredEvidenceKind));
    });
}
