package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** Why the ownership of a session ended for good (spec 31 §2). */
public sealed interface TerminalReason {
    record OwnerDied(String ownerId) implements TerminalReason {
        public static final Codec<OwnerDied> CODEC = ObjectCodec.of("TerminalReasonOwnerDied", m -> {
            var ownerId = m.required("owner_id", Codec.STRING, OwnerDied::ownerId);
            return in -> new OwnerDied(in.get(ownerId));
        });
    }

    record TransferAbandoned(String ownerId, long claimId) implements TerminalReason {
        public static final Codec<TransferAbandoned> CODEC = ObjectCodec.of("TerminalReasonTransferAbandoned", m -> {
            var ownerId = m.required("owner_id", Codec.STRING, TransferAbandoned::ownerId);
            var claimId = m.required("claim_id", Codec.U64, TransferAbandoned::claimId);
            return in -> new TransferAbandoned(in.get(ownerId), in.get(claimId));
        });
    }

    record TransferCommitFailed(String ownerId, long claimId, String reason) implements TerminalReason {
        public static final Codec<TransferCommitFailed> CODEC =
                ObjectCodec.of("TerminalReasonTransferCommitFailed", m -> {
                    var ownerId = m.required("owner_id", Codec.STRING, TransferCommitFailed::ownerId);
                    var claimId = m.required("claim_id", Codec.U64, TransferCommitFailed::claimId);
                    var reason = m.required("reason", Codec.STRING, TransferCommitFailed::reason);
                    return in -> new TransferCommitFailed(in.get(ownerId), in.get(claimId), in.get(reason));
                });
    }

    Codec<TerminalReason> CODEC = TaggedCodec.<TerminalReason>named("TerminalReason")
            .variant("OwnerDied", OwnerDied.class, OwnerDied.CODEC)
            .variant("TransferAbandoned", TransferAbandoned.class, TransferAbandoned.CODEC)
            .variant("TransferCommitFailed", TransferCommitFailed.class, TransferCommitFailed.CODEC)
            .build();
}
