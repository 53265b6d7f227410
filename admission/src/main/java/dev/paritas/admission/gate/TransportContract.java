package dev.paritas.admission.gate;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * What a transport promises (spec 31 §8).
 *
 * @param transportType the transport's family, such as {@code InMemory}
 */
public record TransportContract(
        String transportName,
        String transportType,
        boolean roleAddressedRouting,
        boolean authenticatedPeers,
        boolean perPeerFifoDelivery,
        boolean failClosedUnknownRole,
        boolean noMessageSynthesis,
        boolean explicitReadinessErrors,
        boolean deterministicForRegression) {
    /** The transport inside one process. It promises everything but explicit readiness errors. */
    public static final TransportContract IN_MEMORY =
            new TransportContract("InMemoryChannelTransport", "InMemory", true, true, true, true, true, false, true);

    public static final Codec<TransportContract> CODEC = ObjectCodec.of(
            "TransportContract",
            field("transport_name", Codec.STRING, TransportContract::transportName),
            field("transport_type", Codec.STRING, TransportContract::transportType),
            field("role_addressed_routing", Codec.BOOL, TransportContract::roleAddressedRouting),
            field("authenticated_peers", Codec.BOOL, TransportContract::authenticatedPeers),
            field("per_peer_fifo_delivery", Codec.BOOL, TransportContract::perPeerFifoDelivery),
            field("fail_closed_unknown_role", Codec.BOOL, TransportContract::failClosedUnknownRole),
            field("no_message_synthesis", Codec.BOOL, TransportContract::noMessageSynthesis),
            field("explicit_readiness_errors", Codec.BOOL, TransportContract::explicitReadinessErrors),
            field("deterministic_for_regression", Codec.BOOL, TransportContract::deterministicForRegression),
            TransportContract::new);

    /** {@return the contract of a transport that promises nothing yet} */
    public static TransportContract unproven(String name, String type) {
        return new TransportContract(name, type, false, false, false, false, false, false, false);
    }
}
