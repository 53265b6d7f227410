package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.AgreementEvidence.AgreementEvidenceKind;
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
    public static final Codec<AgreementContract> CODEC = ObjectCodec.of(
            "AgreementContract",
            field("contract_name", Codec.STRING, AgreementContract::contractName),
            field("operation_id", Codec.STRING, AgreementContract::operationId),
            nullable("session", Codec.U64, AgreementContract::session),
            nullable("owner_id", Codec.STRING, AgreementContract::ownerId),
            nullable("profile_name", Codec.STRING, AgreementContract::profileName),
            field("visibility", OperationVisibility.CODEC, AgreementContract::visibility),
            field("rule", AgreementRule.CODEC, AgreementContract::rule),
            field("usable_at", AgreementLevel.CODEC, AgreementContract::usableAt),
            field("finalized_at", AgreementLevel.CODEC, AgreementContract::finalizedAt),
            field("required_evidence_kind", AgreementEvidenceKind.CODEC, AgreementContract::requiredEvidenceKind),
            AgreementContract::new);
}
