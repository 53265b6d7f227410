package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import org.jspecify.annotations.Nullable;

/** The mutable part of one progress contract; every contract made at run time has a budget of one tick (spec 30 §8.1). */
final class ContractState {
    private @Nullable Long session;
    private ProgressState state;
    private long lastOrderingKey;
    private long lastProgressTick;
    private @Nullable Long escalatedAtTick;
    private @Nullable String reason;

    ContractState(long tick, @Nullable Long session, ProgressState state, @Nullable String reason) {
        this.session = session;
        this.state = state;
        this.lastOrderingKey = tick;
        this.lastProgressTick = tick;
        this.escalatedAtTick = ContractAlgebra.isEscalation(state) ? tick : null;
        this.reason = reason;
    }

    /** Enters {@code next}; {@code refresh} restarts the waiting window. {@return the state before} */
    ProgressState enter(
            long tick, @Nullable Long newSession, ProgressState next, @Nullable String newReason, boolean refresh) {
        ProgressState previous = state;
        session = newSession == null ? session : newSession;
        lastOrderingKey = tick;
        if (refresh) {
            lastProgressTick = tick;
        }
        if (previous != next && ContractAlgebra.isEscalation(next)) {
            escalatedAtTick = tick;
        }
        reason = newReason;
        state = next;
        return previous;
    }

    ProgressState state() {
        return state;
    }

    /** {@return the state this contract belongs in at {@code tick}: the next one once its window has passed} */
    ProgressState dueAt(long tick) {
        long since = escalatedAtTick == null ? lastProgressTick : escalatedAtTick;
        boolean waiting = Long.compareUnsigned(tick, since) <= 0 || tick - since < EffectRecord.BUDGET_TICKS;
        return waiting ? state : ContractAlgebra.escalated(state);
    }

    ProgressContract toRecord(String operationId) {
        return new ProgressContract(
                operationId,
                session,
                state,
                lastOrderingKey,
                true,
                EffectRecord.BUDGET_TICKS,
                lastProgressTick,
                escalatedAtTick,
                reason);
    }
}
