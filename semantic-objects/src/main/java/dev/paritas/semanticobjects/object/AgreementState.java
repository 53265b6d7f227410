package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agreement reached about one operation (spec 30 §4.11). */
public record AgreementState(
        String operationId,
        @Nullable Long session,
        @Nullable String ownerId,
        String contractName,
        AgreementLevel level,
        @Nullable FinalizationOutcome finalization,
        List<String> evidenceIds,
        @Nullable Long lastUpdatedTick,
        @Nullable String reason) {
    public static final Codec<AgreementState> CODEC = ObjectCodec.of("AgreementState", m -> {
        var operationId = m.required("operation_id", Codec.STRING, AgreementState::operationId);
        var session = m.nullable("session", Codec.U64, AgreementState::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, AgreementState::ownerId);
        var contractName = m.required("contract_name", Codec.STRING, AgreementState::contractName);
        var level = m.required("level", AgreementLevel.CODEC, AgreementState::level);
        var finalization = m.nullable("finalization", FinalizationOutcome.CODEC, AgreementState::finalization);
        var evidenceIds = m.required("evidence_ids", Codec.listOf(Codec.STRING), AgreementState::evidenceIds);
        var lastUpdatedTick = m.nullable("last_updated_tick", Codec.U64, AgreementState::lastUpdatedTick);
        var reason = m.nullable("reason", Codec.STRING, AgreementState::reason);
        return in -> new AgreementState(
                in.get(operationId),
                in.get(session),
                in.get(ownerId),
                in.get(contractName),
                in.get(level),
                in.get(finalization),
                in.get(evidenceIds),
                in.get(lastUpdatedTick),
                in.get(reason));
    });

    public AgreementState {
        evidenceIds = List.copyOf(evidenceIds);
    }
}
