package dev.paritas.bridge.bundle;

import dev.paritas.admission.claim.DistributedClaims;
import dev.paritas.admission.claim.EnabledConfig;
import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.PartialSynchronyConfig;
import dev.paritas.admission.claim.PartialSynchronyConfig.TimingModel;
import dev.paritas.admission.claim.QuorumGeometryConfig;
import dev.paritas.admission.claim.QuorumGeometryConfig.QuorumSystem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A check of claims against each other before a bundle is sent anywhere (spec 32 §9). In places it is stricter than the
 * validator, in others weaker; neither replaces the other. The constants are in the order of the check.
 */
public enum ClaimLint {
    /** Sizes that no system of quorums has, or a majority system without majorities. */
    QUORUM_GEOMETRY("quorum_geometry", claims -> badQuorum(claims.quorumGeometry())),
    /** Responsiveness is claimed, and no delay is bounded. */
    PARTIAL_SYNCHRONY(
            "partial_synchrony", claims -> unbounded(claims.partialSynchrony()) && claims.responsiveness() != null),
    /** The bridge is claimed without the two claims that it rests on. */
    PROTOCOL_ENVELOPE_BRIDGE(
            "protocol_envelope_bridge",
            claims -> enabled(claims.protocolEnvelopeBridge())
                    && !(enabled(claims.protocolMachineEnvelopeAdherence())
                            && enabled(claims.protocolMachineEnvelopeAdmission())));

    private final String family;
    private final Predicate<DistributedClaims> brokenBy;

    ClaimLint(String family, Predicate<DistributedClaims> brokenBy) {
        this.family = family;
        this.brokenBy = brokenBy;
    }

    /** {@return the claim's name in JSON} */
    public String family() {
        return family;
    }

    /** {@return the first family of claims that is inconsistent; empty when none is} */
    public static Optional<ClaimLint> first(InvariantClaims claims) {
        return Arrays.stream(values())
                .filter(lint -> lint.brokenBy.test(claims.distributed()))
                .findFirst();
    }

    private static boolean badQuorum(@Nullable QuorumGeometryConfig quorum) {
        if (quorum == null) {
            return false;
        }
        long n = quorum.n();
        long size = quorum.quorumSize();
        long intersection = quorum.intersectionSize();
        if (size == 0 || n == 0 || Long.compareUnsigned(size, n) > 0 || Long.compareUnsigned(intersection, size) > 0) {
            return true;
        }
        // size <= n / 2 is 2 * size <= n without the overflow.
        return quorum.quorumSystem() == QuorumSystem.MAJORITY
                && (intersection == 0 || Long.compareUnsigned(size, n >>> 1) <= 0);
    }

    private static boolean unbounded(@Nullable PartialSynchronyConfig synchrony) {
        return synchrony != null && synchrony.timing() == TimingModel.ASYNCHRONOUS && synchrony.deltaBound() == null;
    }

    private static boolean enabled(@Nullable EnabledConfig claim) {
        return claim != null && claim.enabled();
    }
}
