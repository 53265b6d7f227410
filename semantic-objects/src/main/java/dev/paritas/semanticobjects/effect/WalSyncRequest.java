package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.AgreementEvidence;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.object.AgreementState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the write-ahead log must hold before a step is committed (spec 31 §11.2). */
public record WalSyncRequest(
        String operationId,
        String downstreamCoroutineId,
        AgreementLevel gateLevel,
        @Nullable AgreementState agreementState,
        List<AgreementEvidence> agreementEvidence,
        long tick) {
    public static final Codec<WalSyncRequest> CODEC = ObjectCodec.of(
            "WalSyncRequest",
            field("operation_id", Codec.STRING, WalSyncRequest::operationId),
            field("downstream_coroutine_id", Codec.STRING, WalSyncRequest::downstreamCoroutineId),
            field("gate_level", AgreementLevel.CODEC, WalSyncRequest::gateLevel),
            nullable("agreement_state", AgreementState.CODEC, WalSyncRequest::agreementState),
            field("agreement_evidence", Codec.listOf(AgreementEvidence.CODEC), WalSyncRequest::agreementEvidence),
            field("tick", Codec.U64, WalSyncRequest::tick),
            WalSyncRequest::new);

    public WalSyncRequest {
        agreementEvidence = List.copyOf(agreementEvidence);
    }
}
