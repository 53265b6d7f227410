package dev.paritas.machine.engine;

import dev.paritas.machine.ledger.SemanticDerivation;
import dev.paritas.machine.ledger.SemanticLogs;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.object.AgreementState;
import dev.paritas.semanticobjects.object.SemanticObjects;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a write-ahead log is asked to hold before a step commits (spec 31 §11.2). */
final class WalRequests {
    private WalRequests() {}

    /** {@return the request for a step of {@code coroutine}; derives the whole bundle, which only such handlers pay} */
    static WalSyncRequest of(Machine machine, Coroutine coroutine) {
        Recorder recorder = machine.recorder;
        SemanticLogs logs =
                recorder == null ? SemanticLogs.EMPTY : recorder.ledger().logs(List.of());
        SemanticObjects objects = SemanticDerivation.derive(logs);
        String downstream = "coro:" + coroutine.id();
        AgreementState state = latest(objects.agreementStates(), coroutine.sessionId());
        String operation = state == null ? "wal_sync:" + downstream : state.operationId();
        return new WalSyncRequest(
                operation,
                downstream,
                state == null ? AgreementLevel.FINALIZED : state.level(),
                state,
                objects.agreementEvidence().stream()
                        .filter(evidence -> evidence.operationId().equals(operation))
                        .toList(),
                machine.tick);
    }

    /** The state of the session that is highest by tick, then level; of equal ones the last in canonical order. */
    private static @Nullable AgreementState latest(List<AgreementState> states, long session) {
        AgreementState best = null;
        for (AgreementState state : states) {
            if (Objects.equals(state.session(), session) && (best == null || !isBelow(state, best))) {
                best = state;
            }
        }
        return best;
    }

    private static boolean isBelow(AgreementState state, AgreementState best) {
        int byTick = Long.compareUnsigned(tick(state), tick(best));
        return byTick < 0 || (byTick == 0 && state.level().compareTo(best.level()) < 0);
    }

    private static long tick(AgreementState state) {
        Long tick = state.lastUpdatedTick();
        return tick == null ? 0 : tick;
    }
}
