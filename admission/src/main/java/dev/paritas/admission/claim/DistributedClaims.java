package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.value.FixedQ32;
import org.jspecify.annotations.Nullable;

/** Claims about distribution; a slot that is null is not claimed (spec 32 §3.4). */
public record DistributedClaims(
        FaultModel faultModel,
        @Nullable FlpConfig flp,
        @Nullable CapConfig cap,
        @Nullable QuorumGeometryConfig quorumGeometry,
        @Nullable PartialSynchronyConfig partialSynchrony,
        @Nullable ResponsivenessConfig responsiveness,
        @Nullable NakamotoConfig nakamoto,
        @Nullable ReconfigurationPolicy reconfiguration,
        @Nullable AtomicBroadcastConfig atomicBroadcast,
        @Nullable EnabledConfig accountableSafety,
        @Nullable EnabledConfig failureDetectors,
        @Nullable EnabledConfig dataAvailability,
        @Nullable EnabledConfig coordination,
        @Nullable EnabledConfig crdt,
        @Nullable EnabledConfig byzantineSafety,
        @Nullable EnabledConfig consensusEnvelope,
        @Nullable EnabledConfig failureEnvelope,
        @Nullable EnabledConfig protocolMachineEnvelopeAdherence,
        @Nullable EnabledConfig protocolMachineEnvelopeAdmission,
        @Nullable EnabledConfig protocolEnvelopeBridge) {
    /** Nothing claimed. */
    public static final DistributedClaims NONE = builder().build();

    public static final Codec<DistributedClaims> CODEC = ObjectCodec.of(
            "DistributedClaims",
            defaulted("fault_model", FaultModel.CODEC, DistributedClaims::faultModel, FaultModel.CRASH),
            nullable("flp", FlpConfig.CODEC, DistributedClaims::flp),
            nullable("cap", CapConfig.CODEC, DistributedClaims::cap),
            nullable("quorum_geometry", QuorumGeometryConfig.CODEC, DistributedClaims::quorumGeometry),
            nullable("partial_synchrony", PartialSynchronyConfig.CODEC, DistributedClaims::partialSynchrony),
            nullable("responsiveness", ResponsivenessConfig.CODEC, DistributedClaims::responsiveness),
            nullable("nakamoto", NakamotoConfig.CODEC, DistributedClaims::nakamoto),
            nullable("reconfiguration", ReconfigurationPolicy.CODEC, DistributedClaims::reconfiguration),
            nullable("atomic_broadcast", AtomicBroadcastConfig.CODEC, DistributedClaims::atomicBroadcast),
            nullable("accountable_safety", EnabledConfig.CODEC, DistributedClaims::accountableSafety),
            nullable("failure_detectors", EnabledConfig.CODEC, DistributedClaims::failureDetectors),
            nullable("data_availability", EnabledConfig.CODEC, DistributedClaims::dataAvailability),
            nullable("coordination", EnabledConfig.CODEC, DistributedClaims::coordination),
            nullable("crdt", EnabledConfig.CODEC, DistributedClaims::crdt),
            nullable("byzantine_safety", EnabledConfig.CODEC, DistributedClaims::byzantineSafety),
            nullable("consensus_envelope", EnabledConfig.CODEC, DistributedClaims::consensusEnvelope),
            nullable("failure_envelope", EnabledConfig.CODEC, DistributedClaims::failureEnvelope),
            nullable(
                    "protocol_machine_envelope_adherence",
                    EnabledConfig.CODEC,
                    DistributedClaims::protocolMachineEnvelopeAdherence),
            nullable(
                    "protocol_machine_envelope_admission",
                    EnabledConfig.CODEC,
                    DistributedClaims::protocolMachineEnvelopeAdmission),
            nullable("protocol_envelope_bridge", EnabledConfig.CODEC, DistributedClaims::protocolEnvelopeBridge),
            DistributedClaims::new);

    public static Builder builder() {
        return new Builder();
    }

    /** Sets claims one by one; what is not set is not claimed. */
    public static final class Builder {
        private FaultModel faultModel = FaultModel.CRASH;
        private @Nullable FlpConfig flp;
        private @Nullable CapConfig cap;
        private @Nullable QuorumGeometryConfig quorumGeometry;
        private @Nullable PartialSynchronyConfig partialSynchrony;
        private @Nullable ResponsivenessConfig responsiveness;
        private @Nullable NakamotoConfig nakamoto;
        private @Nullable ReconfigurationPolicy reconfiguration;
        private @Nullable AtomicBroadcastConfig atomicBroadcast;
        private @Nullable EnabledConfig accountableSafety;
        private @Nullable EnabledConfig failureDetectors;
        private @Nullable EnabledConfig dataAvailability;
        private @Nullable EnabledConfig coordination;
        private @Nullable EnabledConfig crdt;
        private @Nullable EnabledConfig byzantineSafety;
        private @Nullable EnabledConfig consensusEnvelope;
        private @Nullable EnabledConfig failureEnvelope;
        private @Nullable EnabledConfig protocolMachineEnvelopeAdherence;
        private @Nullable EnabledConfig protocolMachineEnvelopeAdmission;
        private @Nullable EnabledConfig protocolEnvelopeBridge;

        private Builder() {}

        public Builder faultModel(FaultModel claim) {
            faultModel = claim;
            return this;
        }

        public Builder flp(FlpConfig claim) {
            flp = claim;
            return this;
        }

        public Builder cap(CapConfig claim) {
            cap = claim;
            return this;
        }

        public Builder quorumGeometry(QuorumGeometryConfig claim) {
            quorumGeometry = claim;
            return this;
        }

        public Builder partialSynchrony(PartialSynchronyConfig claim) {
            partialSynchrony = claim;
            return this;
        }

        public Builder responsiveness(ResponsivenessConfig claim) {
            responsiveness = claim;
            return this;
        }

        public Builder nakamoto(NakamotoConfig claim) {
            nakamoto = claim;
            return this;
        }

        public Builder reconfiguration(ReconfigurationPolicy claim) {
            reconfiguration = claim;
            return this;
        }

        public Builder atomicBroadcast(AtomicBroadcastConfig claim) {
            atomicBroadcast = claim;
            return this;
        }

        public Builder accountableSafety(EnabledConfig claim) {
            accountableSafety = claim;
            return this;
        }

        public Builder failureDetectors(EnabledConfig claim) {
            failureDetectors = claim;
            return this;
        }

        public Builder dataAvailability(EnabledConfig claim) {
            dataAvailability = claim;
            return this;
        }

        public Builder coordination(EnabledConfig claim) {
            coordination = claim;
            return this;
        }

        public Builder crdt(EnabledConfig claim) {
            crdt = claim;
            return this;
        }

        public Builder byzantineSafety(EnabledConfig claim) {
            byzantineSafety = claim;
            return this;
        }

        public Builder consensusEnvelope(EnabledConfig claim) {
            consensusEnvelope = claim;
            return this;
        }

        public Builder failureEnvelope(EnabledConfig claim) {
            failureEnvelope = claim;
            return this;
        }

        public Builder protocolMachineEnvelopeAdherence(EnabledConfig claim) {
            protocolMachineEnvelopeAdherence = claim;
            return this;
        }

        public Builder protocolMachineEnvelopeAdmission(EnabledConfig claim) {
            protocolMachineEnvelopeAdmission = claim;
            return this;
        }

        public Builder protocolEnvelopeBridge(EnabledConfig claim) {
            protocolEnvelopeBridge = claim;
            return this;
        }

        public DistributedClaims build() {
            return new DistributedClaims(
                    faultModel,
                    flp,
                    cap,
                    quorumGeometry,
                    partialSynchrony,
                    responsiveness,
                    nakamoto,
                    reconfiguration,
                    atomicBroadcast,
                    accountableSafety,
                    failureDetectors,
                    dataAvailability,
                    coordination,
                    crdt,
                    byzantineSafety,
                    consensusEnvelope,
                    failureEnvelope,
                    protocolMachineEnvelopeAdherence,
                    protocolMachineEnvelopeAdmission,
                    protocolEnvelopeBridge);
        }
    }

    /** Which faults the claims assume; the first is the default (spec 32 §3.2). */
    public enum FaultModel {
        CRASH,
        BYZANTINE,
        HYBRID;

        public static final WordCodec<FaultModel> CODEC = WordCodec.camelCase(FaultModel.class);
    }

    /** Properties of a broadcast (spec 32 §3.4). */
    public record AtomicBroadcastConfig(boolean totalOrder, boolean validDelivery) {
        public static final Codec<AtomicBroadcastConfig> CODEC = ObjectCodec.of(
                "AtomicBroadcastConfig",
                field("total_order", Codec.BOOL, AtomicBroadcastConfig::totalOrder),
                field("valid_delivery", Codec.BOOL, AtomicBroadcastConfig::validDelivery),
                AtomicBroadcastConfig::new);
    }

    /**
     * Assumptions of the impossibility of consensus (spec 32 §3.4).
     *
     * @param crashBound how many roles may crash, unsigned
     */
    public record FlpConfig(long crashBound, boolean requiresDeterminism) {
        public static final Codec<FlpConfig> CODEC = ObjectCodec.of(
                "FlpConfig",
                field("crash_bound", Codec.U64, FlpConfig::crashBound),
                field("requires_determinism", Codec.BOOL, FlpConfig::requiresDeterminism),
                FlpConfig::new);
    }

    /**
     * Security of a longest chain (spec 32 §3.4).
     *
     * @param honestFraction share of honest power
     * @param finalityDepth blocks until a block counts as final, unsigned
     */
    public record NakamotoConfig(FixedQ32 honestFraction, long finalityDepth) {
        public static final Codec<NakamotoConfig> CODEC = ObjectCodec.of(
                "NakamotoConfig",
                field("honest_fraction", FixedQ32.CODEC, NakamotoConfig::honestFraction),
                field("finality_depth", Codec.U64, NakamotoConfig::finalityDepth),
                NakamotoConfig::new);
    }

    /** A claim of answers at the speed of the network (spec 32 §3.4). */
    public record ResponsivenessConfig(boolean leaderBased, boolean requiresStablePeriod) {
        public static final Codec<ResponsivenessConfig> CODEC = ObjectCodec.of(
                "ResponsivenessConfig",
                field("leader_based", Codec.BOOL, ResponsivenessConfig::leaderBased),
                field("requires_stable_period", Codec.BOOL, ResponsivenessConfig::requiresStablePeriod),
                ResponsivenessConfig::new);
    }
}
