package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.value.Endpoint;

/** The delegation of an endpoint by a transfer instruction (spec 31 §6). */
public record DelegationReceipt(
        long receiptId, long session, Endpoint endpoint, long fromCoro, long toCoro, OwnershipScope scope)
        implements CapabilityArtifact {
    public static final Codec<DelegationReceipt> CODEC = ObjectCodec.of(
            "DelegationReceipt",
            field("receipt_id", Codec.U64, DelegationReceipt::receiptId),
            field("session", Codec.U64, DelegationReceipt::session),
            field("endpoint", Endpoint.CODEC, DelegationReceipt::endpoint),
            field("from_coro", Codec.U64, DelegationReceipt::fromCoro),
            field("to_coro", Codec.U64, DelegationReceipt::toCoro),
            field("scope", OwnershipScope.CODEC, DelegationReceipt::scope),
            DelegationReceipt::new);

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.TRANSITION;
    }
}
