package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectMetadata;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a request may run beside the effects that wait (spec 30 §6.4). */
final class Reentrancy {
    private Reentrancy() {}

    static Optional<EffectFailure> check(
            List<EffectRecord> waiting, EffectMetadata metadata, @Nullable Long session, @Nullable String operationId) {
        String footprint = footprint(session, metadata.interfaceName());
        for (EffectRecord active : waiting) {
            String activeFootprint = footprint(active.session(), active.handlerIdentity());
            boolean rejected = switch (metadata.reentrancyPolicy()) {
                case ALLOW -> false;
                case REJECT_SAME_OPERATION -> active.operationId().equals(operationId);
                case REJECT_SAME_FRAGMENT -> activeFootprint.equals(footprint);
            };
            if (rejected) {
                return Optional.of(EffectFailure.contractViolation("reentrancy rejected for effect "
                        + Long.toUnsignedString(active.effectId()) + " on footprint " + footprint));
            }
        }
        return Optional.empty();
    }

    private static String footprint(@Nullable Long session, String otherwise) {
        return session == null ? otherwise : "session:" + Long.toUnsignedString(session);
    }
}
