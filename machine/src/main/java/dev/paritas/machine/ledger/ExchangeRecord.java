package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.EffectStatus;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An effect that came from a handler exchange (spec 30 §7.2). */
abstract sealed class ExchangeRecord extends EffectRecord {
    private ExchangeRecord(long effectId, long tick, String handlerIdentity, @Nullable String ownerId) {
        super(effectId, tick, handlerIdentity, ownerId);
    }

    /** {@return the record that keeps no more of the exchange than cannot be told from the rest} */
    static ExchangeRecord of(
            long id, long tick, String handler, @Nullable String owner, EffectRequest request, EffectOutcome outcome) {
        EffectRequestBody body = request.body();
        boolean usual = request.operationId() == null
                && request.tick() == tick
                && request.metadata().equals(body.effectKind().metadata());
        if (!usual) {
            return new Whole(id, tick, handler, owner, request, outcome);
        }
        if (body instanceof EffectRequestBody.Topology(long asked) && asked == tick && request.session() == null) {
            return new Poll(id, tick, handler, owner, outcome);
        }
        return echoes(body, outcome)
                ? new Echo(id, tick, handler, owner, request.session(), body)
                : new Usual(id, tick, handler, owner, request.session(), body, outcome);
    }

    /** {@return whether the handler gave back just what it was given} */
    private static boolean echoes(EffectRequestBody body, EffectOutcome outcome) {
        EffectResponse response = outcome.response();
        return outcome.status() instanceof EffectStatus.Success
                && switch (body) {
                    case EffectRequestBody.Send send ->
                        response instanceof EffectResponse.Send(SendDecision decision)
                                && decision instanceof SendDecision.Deliver(Value payload)
                                && payload.equals(send.payload());
                    case EffectRequestBody.Receive receive ->
                        response instanceof EffectResponse.Receive(List<Value> state) && state.equals(receive.state());
                    case EffectRequestBody.InvokeStep step ->
                        response instanceof EffectResponse.InvokeStep(List<Value> state) && state.equals(step.state());
                    case EffectRequestBody.Choose ignored -> false;
                    case EffectRequestBody.Acquire ignored -> false;
                    case EffectRequestBody.Release ignored -> false;
                    case EffectRequestBody.Topology ignored -> false;
                    case EffectRequestBody.WalSync ignored -> false;
                    case EffectRequestBody.OutputHint ignored -> false;
                };
    }

    /** {@return what a body that is echoed got back} */
    private static Optional<EffectResponse> echo(EffectRequestBody body) {
        return switch (body) {
            case EffectRequestBody.Send send ->
                Optional.ofNullable(send.payload())
                        .map(payload -> new EffectResponse.Send(new SendDecision.Deliver(payload)));
            case EffectRequestBody.Receive receive -> Optional.of(new EffectResponse.Receive(receive.state()));
            case EffectRequestBody.InvokeStep step -> Optional.of(new EffectResponse.InvokeStep(step.state()));
            case EffectRequestBody.Choose ignored -> Optional.empty();
            case EffectRequestBody.Acquire ignored -> Optional.empty();
            case EffectRequestBody.Release ignored -> Optional.empty();
            case EffectRequestBody.Topology ignored -> Optional.empty();
            case EffectRequestBody.WalSync ignored -> Optional.empty();
            case EffectRequestBody.OutputHint ignored -> Optional.empty();
        };
    }

    /** {@return the request without its id} */
    abstract EffectRequest request();

    abstract EffectOutcome outcome();

    /** The round's question for topology events; only the answer is kept. */
    private static final class Poll extends ExchangeRecord {
        private final EffectOutcome outcome;

        Poll(long id, long tick, String handler, @Nullable String owner, EffectOutcome outcome) {
            super(id, tick, handler, owner);
            this.outcome = outcome;
        }

        @Override
        EffectRequest request() {
            return usual(null, new EffectRequestBody.Topology(tick()));
        }

        @Override
        EffectOutcome outcome() {
            return outcome;
        }

        @Override
        @Nullable
        Long session() {
            return null;
        }
    }

    /** A request the machine itself makes: all but session and body follows from the record. */
    private static final class Usual extends ExchangeRecord {
        private final @Nullable Long session;
        private final EffectRequestBody body;
        private final EffectOutcome outcome;

        Usual(
                long id,
                long tick,
                String handler,
                @Nullable String owner,
                @Nullable Long session,
                EffectRequestBody body,
                EffectOutcome outcome) {
            super(id, tick, handler, owner);
            this.session = session;
            this.body = body;
            this.outcome = outcome;
        }

        @Override
        EffectRequest request() {
            return usual(session, body);
        }

        @Override
        EffectOutcome outcome() {
            return outcome;
        }

        @Override
        @Nullable
        Long session() {
            return session;
        }
    }

    /** A success whose response repeats the request. */
    private static final class Echo extends ExchangeRecord {
        private final @Nullable Long session;
        private final EffectRequestBody body;

        Echo(
                long id,
                long tick,
                String handler,
                @Nullable String owner,
                @Nullable Long session,
                EffectRequestBody body) {
            super(id, tick, handler, owner);
            this.session = session;
            this.body = body;
        }

        @Override
        EffectRequest request() {
            return usual(session, body);
        }

        @Override
        EffectOutcome outcome() {
            return EffectOutcome.success(echo(body).orElseThrow());
        }

        @Override
        OutstandingEffectStatus recordedStatus() {
            return OutstandingEffectStatus.SUCCEEDED;
        }

        @Override
        @Nullable
        Long session() {
            return session;
        }
    }

    /** A request with an operation id or metadata of its own. */
    private static final class Whole extends ExchangeRecord {
        private final EffectRequest request;
        private final EffectOutcome outcome;

        Whole(
                long id,
                long tick,
                String handler,
                @Nullable String owner,
                EffectRequest request,
                EffectOutcome outcome) {
            super(id, tick, handler, owner);
            this.request = request;
            this.outcome = outcome;
        }

        @Override
        EffectRequest request() {
            return request;
        }

        @Override
        EffectOutcome outcome() {
            return outcome;
        }

        @Override
        @Nullable
        Long session() {
            return request.session();
        }

        @Override
        @Nullable
        String givenOperationId() {
            return request.operationId();
        }
    }

    EffectRequest usual(@Nullable Long session, EffectRequestBody body) {
        return new EffectRequest(null, tick(), session, null, body.effectKind().metadata(), body);
    }

    @Override
    String effectKind() {
        return request().body().effectKind().word();
    }

    @Override
    String effectInterface() {
        return request().metadata().interfaceName();
    }

    @Override
    String effectOperation() {
        return request().metadata().operationName();
    }

    @Override
    JsonValue inputs() {
        return EffectRequest.CODEC.toTree(request().withEffectId(effectId()));
    }

    @Override
    JsonValue recordedOutputs() {
        return EffectOutcome.CODEC.toTree(outcome());
    }

    @Override
    OutstandingEffectStatus recordedStatus() {
        return switch (outcome().status()) {
            case EffectStatus.Success() -> OutstandingEffectStatus.SUCCEEDED;
            case EffectStatus.Blocked() -> OutstandingEffectStatus.BLOCKED;
            case EffectStatus.Failure ignored -> OutstandingEffectStatus.FAILED;
        };
    }

    @Override
    @Nullable
    String recordedReason() {
        return switch (outcome().status()) {
            case EffectStatus.Success() -> null;
            case EffectStatus.Blocked() -> null;
            case EffectStatus.Failure(EffectFailure failure) -> failure.message();
        };
    }

    EffectExchange exchange() {
        return new EffectExchange(
                effectId(), handlerIdentity(), tick(), request().withEffectId(effectId()), outcome());
    }

    @Override
    public Optional<EffectExchange> toExchange() {
        return Optional.of(exchange());
    }
}
