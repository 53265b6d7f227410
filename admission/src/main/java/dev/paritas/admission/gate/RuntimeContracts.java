package dev.paritas.admission.gate;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.PairCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a runtime is proved to keep (spec 31 §7).
 *
 * @param canUseMixedDeterminismProfiles whether any mode but {@code Full} may be asked for
 * @param capabilities iterates in the order of the constants
 */
public record RuntimeContracts(
        DeterminismArtifacts determinismArtifacts,
        boolean canUseMixedDeterminismProfiles,
        Set<RuntimeCapability> capabilities,
        ExecutionProfile executionProfile,
        List<TransportContract> transportContracts) {
    /** Everything allowed, over the transport inside one process. */
    public static final RuntimeContracts FULL = new RuntimeContracts(
            DeterminismArtifacts.ALL,
            true,
            EnumSet.allOf(RuntimeCapability.class),
            ExecutionProfile.FULL,
            List.of(TransportContract.IN_MEMORY));

    public static final Codec<RuntimeContracts> CODEC = ObjectCodec.of(
            "RuntimeContracts",
            field("determinism_artifacts", DeterminismArtifacts.CODEC, RuntimeContracts::determinismArtifacts),
            field("can_use_mixed_determinism_profiles", Codec.BOOL, RuntimeContracts::canUseMixedDeterminismProfiles),
            field("capabilities", RuntimeCapability.CODEC.set(), RuntimeContracts::capabilities),
            field("execution_profile", ExecutionProfile.CODEC, RuntimeContracts::executionProfile),
            field("transport_contracts", Codec.listOf(TransportContract.CODEC), RuntimeContracts::transportContracts),
            RuntimeContracts::new);

    public RuntimeContracts {
        capabilities = Collections.unmodifiableSet(new TreeSet<>(capabilities));
        transportContracts = List.copyOf(transportContracts);
    }

    /** {@return for each capability there is, in order, whether it is allowed} */
    public List<CapabilityAdmission> capabilitySnapshot() {
        return Arrays.stream(RuntimeCapability.values())
                .map(capability -> new CapabilityAdmission(capability, capabilities.contains(capability)))
                .toList();
    }

    /** What the contracts of a runtime may allow beyond a plain run; sets are written in this order (spec 31 §7). */
    public enum RuntimeCapability {
        LIVE_MIGRATION,
        AUTOSCALE_REPARTITION,
        PLACEMENT_REFINEMENT,
        RELAXED_REORDERING;

        public static final WordCodec<RuntimeCapability> CODEC = WordCodec.snakeCase(RuntimeCapability.class);
    }

    /** Whether contracts allow a capability; a pair in JSON (spec 31 §7). */
    public record CapabilityAdmission(RuntimeCapability capability, boolean admitted) {
        public static final Codec<CapabilityAdmission> CODEC = new PairCodec<>(
                RuntimeCapability.CODEC,
                Codec.BOOL,
                CapabilityAdmission::new,
                CapabilityAdmission::capability,
                CapabilityAdmission::admitted);
    }

    /** For which modes of determinism a proof is at hand (spec 31 §7). */
    public record DeterminismArtifacts(
            boolean full, boolean moduloEffectTrace, boolean moduloCommutativity, boolean replay) {
        /** The default: a proof for each mode. */
        public static final DeterminismArtifacts ALL = new DeterminismArtifacts(true, true, true, true);

        public static final Codec<DeterminismArtifacts> CODEC = ObjectCodec.of(
                "DeterminismArtifacts",
                field("full", Codec.BOOL, DeterminismArtifacts::full),
                field("modulo_effect_trace", Codec.BOOL, DeterminismArtifacts::moduloEffectTrace),
                field("modulo_commutativity", Codec.BOOL, DeterminismArtifacts::moduloCommutativity),
                field("replay", Codec.BOOL, DeterminismArtifacts::replay),
                DeterminismArtifacts::new);
    }
}
