package dev.paritas.machine.engine;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.OutcomeReading;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.session.Session;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts requests to the handler of the round and records the exchanges (spec 21 §7.3). A handler that answers by its
 * typed methods is called without building a request, unless the exchange is recorded.
 */
final class EffectGate {
    private static final EffectOutcome RELEASED = EffectOutcome.success(new EffectResponse.Release());
    private static final EffectOutcome NO_HINT = EffectOutcome.success(new EffectResponse.OutputHint(null));
    private static final EffectOutcome CALM = EffectOutcome.success(new EffectResponse.Topology(List.of()));

    private final Machine machine;
    private EffectHandler handler = new PassThroughHandler();
    private String identity = "";
    private boolean intercepts;
    private long lastEffectId;

    EffectGate(Machine machine) {
        this.machine = machine;
    }

    void use(EffectHandler next) {
        if (handler != next) {
            handler = next;
            intercepts = next.interceptsRequests();
        }
        identity = next.handlerIdentity();
    }

    /** {@return the name the handler had when the round began} */
    String identityAtIngress() {
        return identity;
    }

    /** {@return the name of the round's handler, asked again} */
    String identity() {
        return handler.handlerIdentity();
    }

    /** {@return the effect id of the latest recorded exchange} */
    long lastEffectId() {
        return lastEffectId;
    }

    /** {@return why a guard effect may not be requested now; other kinds are always admitted (spec 30 §6.4)} */
    Optional<EffectFailure> admitGuard(EffectRequestBody body, Session session) {
        Recorder recorder = machine.recorder;
        return recorder == null
                ? Optional.empty()
                : recorder.admit(body.effectKind().metadata(), session.boxedSid());
    }

    EffectResult<SendDecision> sendDecision(
            Session session, String role, String partner, String label, RegisterFile state, Value payload) {
        if (intercepts) {
            EffectOutcome outcome =
                    ask(session, new EffectRequestBody.Send(role, partner, label, state.snapshot(), payload));
            return OutcomeReading.sendDecision(outcome);
        }
        RegisterFile.Mark mark = state.mark();
        EffectResult<SendDecision> result = handler.sendDecision(session.sid(), role, partner, label, state, payload);
        state.restore(mark);
        if (machine.recorder != null) {
            record(
                    session,
                    new EffectRequestBody.Send(role, partner, label, state.snapshot(), payload),
                    outcome(result, EffectResponse.Send::new));
        }
        return result;
    }

    /** Also replaces the registers by what the handler made of them. */
    EffectResult<EffectResult.Done> receive(
            Session session, String role, String partner, String label, RegisterFile state, Value payload) {
        if (intercepts) {
            EffectOutcome outcome =
                    ask(session, new EffectRequestBody.Receive(role, partner, label, state.snapshot(), payload));
            return OutcomeReading.receive(outcome, state);
        }
        Recorder recorder = machine.recorder;
        List<Value> before = recorder == null ? List.of() : state.snapshot();
        RegisterFile.Mark mark = state.mark();
        EffectResult<EffectResult.Done> result = handler.handleRecv(role, partner, label, state, payload);
        settle(state, mark, result);
        if (recorder != null) {
            record(
                    session,
                    new EffectRequestBody.Receive(role, partner, label, before, payload),
                    outcome(result, ignored -> new EffectResponse.Receive(state.snapshot())));
        }
        return result;
    }

    /** Also replaces the registers by what the handler made of them. */
    EffectResult<EffectResult.Done> step(Session session, String role, RegisterFile state) {
        if (intercepts) {
            EffectOutcome outcome = ask(session, new EffectRequestBody.InvokeStep(role, state.snapshot()));
            return OutcomeReading.step(outcome, state);
        }
        Recorder recorder = machine.recorder;
        List<Value> before = recorder == null ? List.of() : state.snapshot();
        RegisterFile.Mark mark = state.mark();
        EffectResult<EffectResult.Done> result = handler.step(role, state);
        settle(state, mark, result);
        if (recorder != null) {
            record(
                    session,
                    new EffectRequestBody.InvokeStep(role, before),
                    outcome(result, ignored -> new EffectResponse.InvokeStep(state.snapshot())));
        }
        return result;
    }

    EffectResult<Value> acquire(Session session, EffectRequestBody.Acquire body, RegisterFile state) {
        if (intercepts) {
            return OutcomeReading.acquire(ask(session, body));
        }
        RegisterFile.Mark mark = state.mark();
        EffectResult<Value> result = handler.handleAcquire(session.sid(), body.role(), body.layer(), state);
        state.restore(mark);
        if (machine.recorder != null) {
            record(session, body, outcome(result, EffectResponse.Acquire::new));
        }
        return result;
    }

    EffectResult<EffectResult.Done> release(Session session, EffectRequestBody.Release body, RegisterFile state) {
        if (intercepts) {
            return OutcomeReading.release(ask(session, body));
        }
        RegisterFile.Mark mark = state.mark();
        EffectResult<EffectResult.Done> result =
                handler.handleRelease(session.sid(), body.role(), body.layer(), body.evidence(), state);
        state.restore(mark);
        if (machine.recorder != null) {
            record(
                    session,
                    body,
                    result == EffectResult.DONE ? RELEASED : outcome(result, ignored -> new EffectResponse.Release()));
        }
        return result;
    }

    EffectResult<List<TopologyEvent>> topology(long tick) {
        if (intercepts) {
            return OutcomeReading.topology(ask(null, new EffectRequestBody.Topology(tick)));
        }
        EffectResult<List<TopologyEvent>> result = handler.topologyEvents(tick);
        if (machine.recorder != null) {
            boolean calm = result instanceof EffectResult.Success<List<TopologyEvent>>(var events) && events.isEmpty();
            record(
                    null,
                    new EffectRequestBody.Topology(tick),
                    calm ? CALM : outcome(result, EffectResponse.Topology::new));
        }
        return result;
    }

    /** {@return the handler's hint; null without one, and when the effect did not succeed} */
    @Nullable
    OutputConditionHint hint(Session session, String role, RegisterFile state) {
        if (intercepts) {
            return OutcomeReading.hint(ask(session, new EffectRequestBody.OutputHint(role, state.snapshot())));
        }
        RegisterFile.Mark mark = state.mark();
        OutputConditionHint hint = handler.outputConditionHint(session.sid(), role, state);
        state.restore(mark);
        if (machine.recorder != null) {
            record(
                    session,
                    new EffectRequestBody.OutputHint(role, state.snapshot()),
                    hint == null ? NO_HINT : EffectOutcome.success(new EffectResponse.OutputHint(hint)));
        }
        return hint;
    }

    boolean supportsWalSync() {
        return handler.supportsWalSync();
    }

    /** The request belongs to no session and carries the operation id of {@code sync} (spec 31 §11.2). */
    EffectResult<EffectResult.Done> walSync(WalSyncRequest sync) {
        EffectRequestBody body = new EffectRequestBody.WalSync(sync);
        EffectRequest request = new EffectRequest(
                null, machine.tick, null, sync.operationId(), body.effectKind().metadata(), body);
        Recorder recorder = machine.recorder;
        Optional<EffectFailure> refused = recorder == null
                ? Optional.empty()
                : recorder.ledger().admit(request.metadata(), null, sync.operationId());
        if (refused.isPresent()) {
            return EffectResult.failure(refused.get());
        }
        EffectOutcome outcome = intercepts
                ? handler.handleEffect(request)
                : outcome(handler.walSync(sync), ignored -> new EffectResponse.WalSync());
        if (recorder != null) {
            lastEffectId = recorder.exchange(machine.tick, identity, request, outcome, null);
        }
        return OutcomeReading.walSync(outcome);
    }

    private EffectOutcome ask(@Nullable Session session, EffectRequestBody body) {
        EffectRequest request = request(session, body);
        EffectOutcome outcome = handler.handleEffect(request);
        if (machine.recorder != null) {
            lastEffectId = machine.recorder.exchange(machine.tick, identity, request, outcome, owner(session));
        }
        return outcome;
    }

    private void record(@Nullable Session session, EffectRequestBody body, EffectOutcome outcome) {
        Recorder recorder = machine.recorder;
        if (recorder != null) {
            lastEffectId = recorder.exchange(machine.tick, identity, request(session, body), outcome, owner(session));
        }
    }

    private EffectRequest request(@Nullable Session session, EffectRequestBody body) {
        return new EffectRequest(
                null,
                machine.tick,
                session == null ? null : session.boxedSid(),
                null,
                body.effectKind().metadata(),
                body);
    }

    private static @Nullable String owner(@Nullable Session session) {
        return session == null ? null : session.ownerId();
    }

    private static void settle(RegisterFile state, RegisterFile.Mark mark, EffectResult<EffectResult.Done> result) {
        if (result instanceof EffectResult.Success<EffectResult.Done>) {
            state.keep();
        } else {
            state.restore(mark);
        }
    }

    private static <T> EffectOutcome outcome(EffectResult<T> result, Function<T, EffectResponse> respond) {
        return switch (result) {
            case EffectResult.Success<T>(T value) -> EffectOutcome.success(respond.apply(value));
            case EffectResult.Blocked<T>() -> EffectOutcome.blocked();
            case EffectResult.Failure<T>(var failure) -> EffectOutcome.failure(failure);
        };
    }
}
