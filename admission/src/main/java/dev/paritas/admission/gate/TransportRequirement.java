package dev.paritas.admission.gate;

import dev.paritas.admission.gate.ExecutionProfile.TheoremEligibility;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;
import java.util.Optional;

/** What theorems need of every transport, in the order of the check (spec 31 §8). */
public enum TransportRequirement {
    ROLE_ADDRESSED_ROUTING,
    AUTHENTICATED_PEERS,
    PER_PEER_FIFO_DELIVERY,
    FAIL_CLOSED_UNKNOWN_ROLE,
    NO_MESSAGE_SYNTHESIS;

    /** The words are the names of the contract's members. */
    public static final WordCodec<TransportRequirement> CODEC = WordCodec.snakeCase(TransportRequirement.class);

    /** Why transports do not carry what a profile relies on. */
    public sealed interface Objection {
        /** There is no transport to look at. */
        record NoTransport() implements Objection {}

        record Unmet(String transportName, TransportRequirement requirement) implements Objection {}
    }

    /** {@return what {@code profile} needs: everything as soon as it relies on one theorem} */
    public static List<TransportRequirement> of(ExecutionProfile profile) {
        return profile.theoremPackEligibility().stream().anyMatch(TheoremEligibility::eligible)
                ? List.of(values())
                : List.of();
    }

    /** {@return the first requirement that the first bad transport of the list does not meet} */
    public static Optional<Objection> firstObjection(ExecutionProfile profile, List<TransportContract> transports) {
        List<TransportRequirement> requirements = of(profile);
        if (!requirements.isEmpty() && transports.isEmpty()) {
            return Optional.of(new Objection.NoTransport());
        }
        return transports.stream()
                .flatMap(transport -> requirements.stream()
                        .filter(requirement -> !requirement.isMetBy(transport))
                        .<Objection>map(requirement -> new Objection.Unmet(transport.transportName(), requirement)))
                .findFirst();
    }

    /** {@return whether the contract promises this} */
    public boolean isMetBy(TransportContract transport) {
        return switch (this) {
            case ROLE_ADDRESSED_ROUTING -> transport.roleAddressedRouting();
            case AUTHENTICATED_PEERS -> transport.authenticatedPeers();
            case PER_PEER_FIFO_DELIVERY -> transport.perPeerFifoDelivery();
            case FAIL_CLOSED_UNKNOWN_ROLE -> transport.failClosedUnknownRole();
            case NO_MESSAGE_SYNTHESIS -> transport.noMessageSynthesis();
        };
    }
}
