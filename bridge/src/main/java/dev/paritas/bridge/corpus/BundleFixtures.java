package dev.paritas.bridge.corpus;

import dev.paritas.admission.claim.CapConfig;
import dev.paritas.admission.claim.CapConfig.Availability;
import dev.paritas.admission.claim.CapConfig.Consistency;
import dev.paritas.admission.claim.CapConfig.PartitionModel;
import dev.paritas.admission.claim.DistributedClaims;
import dev.paritas.admission.claim.DistributedClaims.FlpConfig;
import dev.paritas.admission.claim.DistributedClaims.ResponsivenessConfig;
import dev.paritas.admission.claim.EnabledConfig;
import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.LivenessConfig;
import dev.paritas.admission.claim.LivenessConfig.ClaimedScheduler;
import dev.paritas.admission.claim.PartialSynchronyConfig;
import dev.paritas.admission.claim.PartialSynchronyConfig.TimingModel;
import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.claim.QuorumGeometryConfig;
import dev.paritas.admission.claim.QuorumGeometryConfig.QuorumSystem;
import dev.paritas.bridge.bundle.ProtocolBundles;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The bundles of spec 32 §10.1, made with our own exporter and projections. */
public final class BundleFixtures {
    /** {@code A -> B : ping; B -> A : pong} */
    static final GlobalType PING_PONG =
            GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END));

    private static final GlobalType RING = GlobalType.comm(
            "A", "B", "ab", GlobalType.comm("B", "C", "bc", GlobalType.comm("C", "A", "ca", GlobalType.END)));
    private static final GlobalType ACKS = GlobalType.comm(
            "Leader",
            "Replica1",
            "proposal",
            GlobalType.comm(
                    "Leader",
                    "Replica2",
                    "proposal",
                    GlobalType.comm(
                            "Replica1",
                            "Leader",
                            "ack",
                            GlobalType.comm("Replica2", "Leader", "ack", GlobalType.END))));

    private BundleFixtures() {}

    /** Also called {@code simple_majority}, though nothing is claimed about quorums: valid. */
    public static ProtocolBundle threePartyAck() {
        return bundle(
                ACKS,
                synchrony(TimingModel.PARTIAL_SYNCHRONY, 10L)
                        .withLiveness(new LivenessConfig(ClaimedScheduler.ROUND_ROBIN, 2L, true)));
    }

    /** {@code bundle.bad_quorum} */
    public static ProtocolBundle badQuorum() {
        return bundle(
                PING_PONG,
                InvariantClaims.of(DistributedClaims.builder()
                        .quorumGeometry(new QuorumGeometryConfig(QuorumSystem.MAJORITY, 4, 2, 0))
                        .cap(new CapConfig(Consistency.LINEARIZABLE, Availability.TOTAL, PartitionModel.NETWORK_SPLIT))
                        .build()));
    }

    /** {@code bundle.deadlock_risk} */
    public static ProtocolBundle deadlock() {
        return bundle(RING, deadlock(ClaimedScheduler.COOPERATIVE, 1, true));
    }

    /** {@code bundle.unbounded_wait} */
    public static ProtocolBundle unboundedWait() {
        return bundle(
                PING_PONG,
                InvariantClaims.of(DistributedClaims.builder()
                                .partialSynchrony(new PartialSynchronyConfig(TimingModel.ASYNCHRONOUS, null))
                                .responsiveness(new ResponsivenessConfig(false, false))
                                .build())
                        .withLiveness(progress(true)));
    }

    /** The lint objects to its bridge; the validator does not. */
    public static ProtocolBundle bridgeWithoutAdmission() {
        return bundle(
                PING_PONG,
                InvariantClaims.of(DistributedClaims.builder()
                        .protocolMachineEnvelopeAdherence(new EnabledConfig(true))
                        .protocolMachineEnvelopeAdmission(new EnabledConfig(false))
                        .protocolEnvelopeBridge(new EnabledConfig(true))
                        .build()));
    }

    static ProtocolBundle bundle(GlobalType type, InvariantClaims claims) {
        try {
            return ProtocolBundles.exportProtocolBundle(type, Projection.projectAll(type), claims);
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            throw new IllegalArgumentException("a fixture has no projection", e);
        }
    }

    static InvariantClaims deadlock(ClaimedScheduler scheduler, long crashes, boolean deterministic) {
        return InvariantClaims.of(DistributedClaims.builder()
                        .flp(new FlpConfig(crashes, deterministic))
                        .build())
                .withLiveness(new LivenessConfig(scheduler, null, true));
    }

    static InvariantClaims synchrony(TimingModel timing, @Nullable Long delta) {
        return InvariantClaims.of(DistributedClaims.builder()
                .partialSynchrony(new PartialSynchronyConfig(timing, delta))
                .build());
    }

    static InvariantClaims quorum(QuorumSystem system, long n, long size, long intersection) {
        return InvariantClaims.of(DistributedClaims.builder()
                .quorumGeometry(new QuorumGeometryConfig(system, n, size, intersection))
                .build());
    }

    static LivenessConfig progress(boolean required) {
        return new LivenessConfig(ClaimedScheduler.ROUND_ROBIN, null, required);
    }
}
