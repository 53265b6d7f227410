package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import org.jspecify.annotations.Nullable;

/** One entry of the delegation log (spec 31 §6). */
public record DelegationAuditRecord(
        long tick,
        DelegationReceipt receipt,
        DelegationStatus status,
        @Nullable String reason) {
    public static final Codec<DelegationAuditRecord> CODEC = ObjectCodec.of(
            "DelegationAuditRecord",
            field("tick", Codec.U64, DelegationAuditRecord::tick),
            field("receipt", DelegationReceipt.CODEC, DelegationAuditRecord::receipt),
            field("status", DelegationStatus.CODEC, DelegationAuditRecord::status),
            nullable("reason", Codec.STRING, DelegationAuditRecord::reason),
            DelegationAuditRecord::new);
}
