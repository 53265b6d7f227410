package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.value.Endpoint;

/** The delegation of an endpoint by a transfer instruction (spec 31 §6). */
public record DelegationReceipt(
        long receiptId, long session, Endpoint endpoint, long fromCoro, long toCoro, OwnershipScope scope)
        implements CapabilityArtifact {
    public static final Codec<DelegationReceipt> CODEC = ObjectCodec.of("DelegationReceipt", m -> {
        var receiptId = m.required("receipt_id", Codec.U64, DelegationReceipt::receiptId);
        var session = m.required("session", Codec.U64, DelegationReceipt::session);
        var endpoint = m.required("endpoint", Endpoint.CODEC, DelegationReceipt::endpoint);
        var fromCoro = m.required("from_coro", Codec.U64, DelegationReceipt::fromCoro);
        var toCoro = m.required("to_coro", Codec.U64, DelegationReceipt::toCoro);
        var scope = m.required("scope", OwnershipScope.CODEC, DelegationReceipt::scope);
        return in -> new DelegationReceipt(
                in.get(receiptId), in.get(session), in.get(endpoint), in.get(fromCoro), in.get(toCoro), in.get(scope));
    });

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.TRANSITION;
    }
}
