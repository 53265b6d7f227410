package dev.paritas.admission.gate;

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

    public static final Codec<TransportContract> CODEC = ObjectCodec.of("TransportContract", m -> {
        var transportName = m.required("transport_name", Codec.STRING, TransportContract::transportName);
        var transportType = m.required("transport_type", Codec.STRING, TransportContract::transportType);
        var roleAddressedRouting =
                m.required("role_addressed_routing", Codec.BOOL, TransportContract::roleAddressedRouting);
        var authenticatedPeers = m.required("authenticated_peers", Codec.BOOL, TransportContract::authenticatedPeers);
        var perPeerFifoDelivery =
                m.required("per_peer_fifo_delivery", Codec.BOOL, TransportContract::perPeerFifoDelivery);
        var failClosedUnknownRole =
                m.required("fail_closed_unknown_role", Codec.BOOL, TransportContract::failClosedUnknownRole);
        var noMessageSynthesis = m.required("no_message_synthesis", Codec.BOOL, TransportContract::noMessageSynthesis);
        var explicitReadinessErrors =
                m.required("explicit_readiness_errors", Codec.BOOL, TransportContract::explicitReadinessErrors);
        var deterministicForRegression =
                m.required("deterministic_for_regression", Codec.BOOL, TransportContract::deterministicForRegression);
        return in -> new TransportContract(
                in.get(transportName),
                in.get(transportType),
                in.get(roleAddressedRouting),
                in.get(authenticatedPeers),
                in.get(perPeerFifoDelivery),
                in.get(failClosedUnknownRole),
                in.get(noMessageSynthesis),
                in.get(explicitReadinessErrors),
                in.get(deterministicForRegression));
    });

    /** {@return the contract of a transport that promises nothing yet} */
    public static TransportContract unproven(String name, String type) {
        return new TransportContract(name, type, false, false, false, false, false, false, false);
    }
}
