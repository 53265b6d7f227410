package dev.paritas.machine.effect;

import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handler whose whole behaviour is {@link #handleEffect} (spec 21 §9). A typed method builds the request of its kind and
 * reads the outcome: tick 0 unless the method knows one, session null unless it knows one.
 */
public interface RequestDrivenHandler extends EffectHandler {
    @Override
    EffectOutcome handleEffect(EffectRequest request);

    @Override
    default boolean interceptsRequests() {
        return true;
    }

    @Override
    default EffectResult<SendDecision> sendDecision(
            long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
        return OutcomeReading.sendDecision(
                ask(sid, new EffectRequestBody.Send(role, partner, label, state.snapshot(), payload)));
    }

    @Override
    default EffectResult<EffectResult.Done> handleRecv(
            String role, String partner, String label, RegisterFile state, Value payload) {
        return OutcomeReading.receive(
                ask(null, new EffectRequestBody.Receive(role, partner, label, state.snapshot(), payload)), state);
    }

    @Override
    default EffectResult<String> handleChoose(String role, String partner, List<String> labels, RegisterFile state) {
        return OutcomeReading.chosenLabel(
                ask(null, new EffectRequestBody.Choose(role, partner, labels, state.snapshot())));
    }

    @Override
    default EffectResult<EffectResult.Done> step(String role, RegisterFile state) {
        return OutcomeReading.step(ask(null, new EffectRequestBody.InvokeStep(role, state.snapshot())), state);
    }

    @Override
    default EffectResult<Value> handleAcquire(long sid, String role, String layer, RegisterFile state) {
        return OutcomeReading.acquire(ask(sid, new EffectRequestBody.Acquire(role, layer, state.snapshot())));
    }

    @Override
    default EffectResult<EffectResult.Done> handleRelease(
            long sid, String role, String layer, Value evidence, RegisterFile state) {
        return OutcomeReading.release(ask(sid, new EffectRequestBody.Release(role, layer, evidence, state.snapshot())));
    }

    @Override
    default EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
        return OutcomeReading.topology(ask(tick, null, null, new EffectRequestBody.Topology(tick)));
    }

    @Override
    default @Nullable OutputConditionHint outputConditionHint(long sid, String role, RegisterFile state) {
        return OutcomeReading.hint(ask(sid, new EffectRequestBody.OutputHint(role, state.snapshot())));
    }

    @Override
    default EffectResult<EffectResult.Done> walSync(WalSyncRequest sync) {
        return OutcomeReading.walSync(ask(sync.tick(), null, sync.operationId(), new EffectRequestBody.WalSync(sync)));
    }

    private EffectOutcome ask(@Nullable Long session, EffectRequestBody body) {
        return ask(0, session, null, body);
    }

    private EffectOutcome ask(long tick, @Nullable Long session, @Nullable String operationId, EffectRequestBody body) {
        return handleEffect(new EffectRequest(
                null, tick, session, operationId, body.effectKind().metadata(), body));
    }
}
