package dev.paritas.admission.gate;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
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
}
