package dev.paritas.machine.effect;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of the machine (spec 21 §7.1). Calls are synchronous. {@code state} is the register file of the
 * calling coroutine; what a receive or a step writes there stays only when it succeeds.
 *
 * <p>{@link #handleEffect} is the whole boundary, and its default maps every request to the typed method of its kind. The
 * machine may call the typed methods directly, which is the same as long as {@link #interceptsRequests} is false.
 */
public interface EffectHandler {
    /** {@return the name under which effects are recorded} */
    default String handlerIdentity() {
        return "default_handler";
    }

    /** {@return whether {@link #handleEffect} does more than its default; then every request passes through it} */
    default boolean interceptsRequests() {
        return false;
    }

    /** Answers one request. */
    default EffectOutcome handleEffect(EffectRequest request) {
        return EffectDispatch.answer(this, request);
    }

    /** {@return the payload to send when a request carries none} */
    default Value handleSend(String role, String partner, String label, RegisterFile state) {
        return Value.UNIT;
    }

    /** Decides about one send; the default delivers the payload at hand. */
    default EffectResult<SendDecision> sendDecision(
            long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
        return EffectResult.success(
                new SendDecision.Deliver(payload != null ? payload : handleSend(role, partner, label, state)));
    }

    /** Takes note of a received payload; may change the registers. */
    default EffectResult<EffectResult.Done> handleRecv(
            String role, String partner, String label, RegisterFile state, Value payload) {
        return EffectResult.DONE;
    }

    /** Picks one of {@code labels}. */
    default EffectResult<String> handleChoose(String role, String partner, List<String> labels, RegisterFile state) {
        return labels.isEmpty()
                ? EffectResult.failure(EffectFailure.contractViolation("no labels available"))
                : EffectResult.success(labels.getFirst());
    }

    /** Performs one step of the role's own work; may change the registers. */
    default EffectResult<EffectResult.Done> step(String role, RegisterFile state) {
        return EffectResult.DONE;
    }

    /** Grants a guard layer; the value is the evidence. */
    default EffectResult<Value> handleAcquire(long sid, String role, String layer, RegisterFile state) {
        return EffectResult.success(Value.UNIT);
    }

    /** Takes a guard layer back. */
    default EffectResult<EffectResult.Done> handleRelease(
            long sid, String role, String layer, Value evidence, RegisterFile state) {
        return EffectResult.DONE;
    }

    /** {@return what changed in the network before this tick, ascending by ordering key} */
    default EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
        return EffectDispatch.CALM;
    }

    /** {@return the condition under which the coming commit is judged, null for the machine's own} */
    default @Nullable OutputConditionHint outputConditionHint(long sid, String role, RegisterFile state) {
        return null;
    }

    default boolean supportsWalSync() {
        return false;
    }

    /** Makes agreement evidence durable before a commit. */
    default EffectResult<EffectResult.Done> walSync(WalSyncRequest sync) {
        return EffectResult.failure(
                EffectFailure.contractViolation("wal_sync requires an AgreementWalHandler wrapper"));
    }
}
