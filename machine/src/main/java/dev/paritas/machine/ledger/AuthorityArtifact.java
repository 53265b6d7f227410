package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import java.util.OptionalLong;

/** What an authority record is about (spec 31 §2); its tags are shorter than those of {@link CapabilityArtifact}. */
public sealed interface AuthorityArtifact extends CapabilityArtifact
        permits OwnershipCapability, OwnershipReceipt, ReadinessWitness, CancellationWitness, TimeoutWitness {
    Codec<AuthorityArtifact> CODEC = TaggedCodec.<AuthorityArtifact>named("AuthorityArtifact")
            .variant("OwnershipCapability", OwnershipCapability.class, OwnershipCapability.CODEC)
            .variant("OwnershipReceipt", OwnershipReceipt.class, OwnershipReceipt.CODEC)
            .variant("Readiness", ReadinessWitness.class, ReadinessWitness.CODEC)
            .variant("Cancellation", CancellationWitness.class, CancellationWitness.CODEC)
            .variant("Timeout", TimeoutWitness.class, TimeoutWitness.CODEC)
            .build();

    /** {@return the session it belongs to; a timeout belongs to a site instead} */
    OptionalLong session();
}
