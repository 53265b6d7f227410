package dev.paritas.machine.effect;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import java.util.List;
import java.util.function.Function;

/** From a request to the typed method of its kind and back (spec 21 §7.2). */
final class EffectDispatch {
    static final EffectResult<List<TopologyEvent>> CALM = EffectResult.success(List.of());

    private EffectDispatch() {}

    static EffectOutcome answer(EffectHandler handler, EffectRequest request) {
        if (!request.metadata().isLegal()) {
            return EffectOutcome.failure(request.metadata().illegal());
        }
        Long sid = request.session();
        return switch (request.body()) {
            case EffectRequestBody.Send(var role, var partner, var label, var state, var payload) ->
                sid == null
                        ? sessionless("send_decision")
                        : outcome(
                                handler.sendDecision(sid, role, partner, label, RegisterFile.of(state), payload),
                                EffectResponse.Send::new);
            case EffectRequestBody.Receive(var role, var partner, var label, var state, var payload) -> {
                RegisterFile registers = RegisterFile.of(state);
                yield outcome(
                        handler.handleRecv(role, partner, label, registers, payload),
                        ignored -> new EffectResponse.Receive(registers.snapshot()));
            }
            case EffectRequestBody.Choose(var role, var partner, var labels, var state) ->
                outcome(
                        handler.handleChoose(role, partner, labels, RegisterFile.of(state)),
                        EffectResponse.Choose::new);
            case EffectRequestBody.InvokeStep(var role, var state) -> {
                RegisterFile registers = RegisterFile.of(state);
                yield outcome(
                        handler.step(role, registers), ignored -> new EffectResponse.InvokeStep(registers.snapshot()));
            }
            case EffectRequestBody.Acquire(var role, var layer, var state) ->
                sid == null
                        ? sessionless("acquire")
                        : outcome(
                                handler.handleAcquire(sid, role, layer, RegisterFile.of(state)),
                                EffectResponse.Acquire::new);
            case EffectRequestBody.Release(var role, var layer, var evidence, var state) ->
                sid == null
                        ? sessionless("release")
                        : outcome(
                                handler.handleRelease(sid, role, layer, evidence, RegisterFile.of(state)),
                                ignored -> new EffectResponse.Release());
            case EffectRequestBody.Topology(long tick) ->
                outcome(handler.topologyEvents(tick), EffectResponse.Topology::new);
            case EffectRequestBody.WalSync(var sync) ->
                outcome(handler.walSync(sync), ignored -> new EffectResponse.WalSync());
            case EffectRequestBody.OutputHint(var role, var state) ->
                sid == null
                        ? sessionless("output_condition_hint")
                        : EffectOutcome.success(new EffectResponse.OutputHint(
                                handler.outputConditionHint(sid, role, RegisterFile.of(state))));
        };
    }

    private static <T> EffectOutcome outcome(EffectResult<T> result, Function<T, EffectResponse> respond) {
        return switch (result) {
            case EffectResult.Success<T>(T value) -> EffectOutcome.success(respond.apply(value));
            case EffectResult.Blocked<T>() -> EffectOutcome.blocked();
            case EffectResult.Failure<T>(var failure) -> EffectOutcome.failure(failure);
        };
    }

    private static EffectOutcome sessionless(String kind) {
        return EffectOutcome.failure(EffectFailure.contractViolation(kind + " request is missing session"));
    }
}
