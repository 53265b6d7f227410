package dev.paritas.semanticobjects.effect;

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
    public static final Codec<WalSyncRequest> CODEC = ObjectCodec.of("WalSyncRequest", m -> {
        var operationId = m.required("operation_id", Codec.STRING, WalSyncRequest::operationId);
        var downstreamCoroutineId =
                m.required("downstream_coroutine_id", Codec.STRING, WalSyncRequest::downstreamCoroutineId);
        var gateLevel = m.required("gate_level", AgreementLevel.CODEC, WalSyncRequest::gateLevel);
        var agreementState = m.nullable("agreement_state", AgreementState.CODEC, WalSyncRequest::agreementState);
        var agreementEvidence = m.required(
                "agreement_evidence", Codec.listOf(AgreementEvidence.CODEC), WalSyncRequest::agreementEvidence);
        var tick = m.required("tick", Codec.U64, WalSyncRequest::tick);
        return in -> new WalSyncRequest(
                in.get(operationId),
                in.get(downstreamCoroutineId),
                in.get(gateLevel),
                in.get(agreementState),
                in.get(agreementEvidence),
                in.get(tick));
    });

    public WalSyncRequest {
        agreementEvidence = List.copyOf(agreementEvidence);
    }
}
