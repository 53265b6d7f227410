package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.DelegationStatus;
import org.jspecify.annotations.Nullable;

/** One entry of the delegation log (spec 31 §6). */
public record DelegationAuditRecord(
        long tick,
        DelegationReceipt receipt,
        DelegationStatus status,
        @Nullable String reason) {
    public static final Codec<DelegationAuditRecord> CODEC = ObjectCodec.of("DelegationAuditRecord", m -> {
        var tick = m.required("tick", Codec.U64, DelegationAuditRecord::tick);
        var receipt = m.required("receipt", DelegationReceipt.CODEC, DelegationAuditRecord::receipt);
        var status = m.required("status", DelegationStatus.CODEC, DelegationAuditRecord::status);
        var reason = m.nullable("reason", Codec.STRING, DelegationAuditRecord::reason);
        return in -> new DelegationAuditRecord(in.get(tick), in.get(receipt), in.get(status), in.get(reason));
    });
}
