package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** Anything whose life the capability log tells: an artifact of authority or a delegation (spec 31 §1). */
public sealed interface CapabilityArtifact permits AuthorityArtifact, DelegationReceipt {
    Codec<CapabilityArtifact> CODEC = TaggedCodec.<CapabilityArtifact>named("CapabilityArtifact")
            .variant("OwnershipCapability", OwnershipCapability.class, OwnershipCapability.CODEC)
            .variant("OwnershipReceipt", OwnershipReceipt.class, OwnershipReceipt.CODEC)
            .variant("ReadinessWitness", ReadinessWitness.class, ReadinessWitness.CODEC)
            .variant("CancellationWitness", CancellationWitness.class, CancellationWitness.CODEC)
            .variant("TimeoutWitness", TimeoutWitness.class, TimeoutWitness.CODEC)
            .variant("DelegationReceipt", DelegationReceipt.class, DelegationReceipt.CODEC)
            .build();

    CapabilityClass capabilityClass();
}
