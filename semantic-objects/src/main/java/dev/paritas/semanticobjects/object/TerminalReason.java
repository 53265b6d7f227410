package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** Why the ownership of a session ended for good (spec 31 §2). */
public sealed interface TerminalReason {
    record OwnerDied(String ownerId) implements TerminalReason {
        public static final Codec<OwnerDied> CODEC = ObjectCodec.of(
                "TerminalReasonOwnerDied", field("owner_id", Codec.STRING, OwnerDied::ownerId), OwnerDied::new);
    }

    record TransferAbandoned(String ownerId, long claimId) implements TerminalReason {
        public static final Codec<TransferAbandoned> CODEC = ObjectCodec.of(
                "TerminalReasonTransferAbandoned",
                field("owner_id", Codec.STRING, TransferAbandoned::ownerId),
                field("claim_id", Codec.U64, TransferAbandoned::claimId),
                TransferAbandoned::new);
    }

    record TransferCommitFailed(String ownerId, long claimId, String reason) implements TerminalReason {
        public static final Codec<TransferCommitFailed> CODEC = ObjectCodec.of(
                "TerminalReasonTransferCommitFailed",
                field("owner_id", Codec.STRING, TransferCommitFailed::ownerId),
                field("claim_id", Codec.U64, TransferCommitFailed::claimId),
                field("reason", Codec.STRING, TransferCommitFailed::reason),
                TransferCommitFailed::new);
    }

    Codec<TerminalReason> CODEC = TaggedCodec.<TerminalReason>named("TerminalReason")
            .variant("OwnerDied", OwnerDied.class, OwnerDied.CODEC)
            .variant("TransferAbandoned", TransferAbandoned.class, TransferAbandoned.CODEC)
            .variant("TransferCommitFailed", TransferCommitFailed.class, TransferCommitFailed.CODEC)
            .build();
}
