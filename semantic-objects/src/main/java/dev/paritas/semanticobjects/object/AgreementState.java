package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<AgreementState> CODEC = ObjectCodec.of(
            "AgreementState",
            field("operation_id", Codec.STRING, AgreementState::operationId),
            nullable("session", Codec.U64, AgreementState::session),
            nullable("owner_id", Codec.STRING, AgreementState::ownerId),
            field("contract_name", Codec.STRING, AgreementState::contractName),
            field("level", AgreementLevel.CODEC, AgreementState::level),
            nullable("finalization", FinalizationOutcome.CODEC, AgreementState::finalization),
            field("evidence_ids", Codec.listOf(Codec.STRING), AgreementState::evidenceIds),
            nullable("last_updated_tick", Codec.U64, AgreementState::lastUpdatedTick),
            nullable("reason", Codec.STRING, AgreementState::reason),
            AgreementState::new);

    public AgreementState {
        evidenceIds = List.copyOf(evidenceIds);
    }

    /** How an operation was finalized (spec 30 §3). */
    public enum FinalizationOutcome {
        FINALIZED,
        ABORTED,
        REJECTED,
        TIMED_OUT;

        public static final WordCodec<FinalizationOutcome> CODEC = WordCodec.snakeCase(FinalizationOutcome.class);
    }
}
